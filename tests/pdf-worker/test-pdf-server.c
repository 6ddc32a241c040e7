/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pdf-server.h"

#include "ledger-lent-memory.h"
#include "ledger-pdf-samples.h"
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct
{
  int client;
  int server;
  GThread *thread;
} Line;

static gpointer
serve (gpointer data)
{
  const Line *line = data;

  return GINT_TO_POINTER (ledger_pdf_server_run (line->server, 5, NULL));
}

static void
connect_line (Line *line)
{
  LedgerPdfReply hello = { 0 };
  int pair[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), ==, 0);
  line->client = pair[0];
  line->server = pair[1];
  line->thread = g_thread_new ("server", serve, line);
  g_assert_cmpint (recv (line->client, &hello, sizeof hello, 0), ==, sizeof hello);
  g_assert_cmpuint (hello.kind, ==, LEDGER_PDF_HELLO);
  g_assert_cmpuint (hello.limits, ==, 5);
  g_assert_cmpuint (hello.value, ==, LEDGER_PDF_PROTOCOL);
}

/* What the server returned. */
static gboolean
hang_up (Line *line)
{
  gpointer result;

  close (line->client);
  result = g_thread_join (line->thread);
  close (line->server);
  return GPOINTER_TO_INT (result);
}

static LedgerPdfReply
ask (Line *line, const LedgerPdfRequest *request, int fd)
{
  union
  {
    struct cmsghdr header;
    char room[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct iovec piece = { (gpointer)request, sizeof *request };
  struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1 };
  LedgerPdfReply reply = { 0 };

  if (fd >= 0)
    {
      message.msg_control = &control;
      message.msg_controllen = sizeof control;
      control.header.cmsg_level = SOL_SOCKET;
      control.header.cmsg_type = SCM_RIGHTS;
      control.header.cmsg_len = CMSG_LEN (sizeof (int));
      memcpy (CMSG_DATA (&control.header), &fd, sizeof fd);
    }
  g_assert_cmpint (sendmsg (line->client, &message, 0), ==, sizeof *request);
  g_assert_cmpint (recv (line->client, &reply, sizeof reply, 0), ==, sizeof reply);
  g_assert_cmpuint (reply.kind, ==, request->kind);
  g_assert_cmpuint (reply.serial, ==, request->serial);
  return reply;
}

static void
test_nothing_open (void)
{
  Line line;

  connect_line (&line);
  for (guint kind = 0; kind < 9; kind++)
    {
      LedgerPdfReply reply = ask (&line, &(LedgerPdfRequest){ .kind = kind, .serial = kind }, -1);

      g_assert_cmpuint (reply.status, ==, LEDGER_PDF_BAD_REQUEST);
    }
  g_assert_true (hang_up (&line));
}

typedef struct
{
  guint page, width, height, rotation;
  guint64 size;
  gsize memory; /* really lent */
  LedgerPdfStatus status;
} RenderCase;

static void
test_render_requests (void)
{
  static const RenderCase cases[] = {
    { 0, 20, 10, 0, 800, 800, LEDGER_PDF_OK },
    { 1, 20, 10, 0, 800, 800, LEDGER_PDF_OK },
    { 2, 20, 10, 0, 800, 800, LEDGER_PDF_BAD_REQUEST },
    { 0, 20, 10, 45, 800, 800, LEDGER_PDF_BAD_REQUEST },
    { 0, 20, 10, 360, 800, 800, LEDGER_PDF_BAD_REQUEST },
    { 0, 0, 10, 0, 0, 800, LEDGER_PDF_BAD_REQUEST },
    { 0, 20, 10, 0, 801, 801, LEDGER_PDF_BAD_REQUEST },
    { 0, 20, 10, 0, 800, 799, LEDGER_PDF_NO_MEMORY },
    { 0, 65536, 65536, 0, 17179869184, 800, LEDGER_PDF_BAD_REQUEST },
  };
  int document = ledger_pdf_samples_squares (2);
  LedgerPdfReply opened;
  Line line;

  connect_line (&line);
  opened = ask (&line, &(LedgerPdfRequest){ .kind = LEDGER_PDF_OPEN }, document);
  g_assert_cmpuint (opened.pages, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerLentMemory) memory = ledger_lent_memory_new (cases[i].memory, NULL);
      LedgerPdfRequest request = { .kind = LEDGER_PDF_RENDER,
                                   .page = cases[i].page,
                                   .width = cases[i].width,
                                   .height = cases[i].height,
                                   .rotation = cases[i].rotation,
                                   .size = cases[i].size };
      LedgerPdfReply reply = ask (&line, &request, ledger_lent_memory_get_fd (memory));

      g_assert_cmpuint (reply.status, ==, cases[i].status);
    }
  g_assert_true (hang_up (&line));
  close (document);
}

static void
test_sizes_in_parts (void)
{
  g_autoptr (LedgerLentMemory) memory =
      ledger_lent_memory_new (3 * sizeof (LedgerPdfPageSize), NULL);
  const LedgerPdfPageSize *sizes = ledger_lent_memory_get_data (memory);
  LedgerPdfRequest request = { .kind = LEDGER_PDF_SIZES,
                               .page = 0,
                               .size = 3 * sizeof (LedgerPdfPageSize) };
  int document = ledger_pdf_samples_squares (5);
  int fd = ledger_lent_memory_get_fd (memory);
  Line line;

  connect_line (&line);
  ask (&line, &(LedgerPdfRequest){ .kind = LEDGER_PDF_OPEN }, document);
  g_assert_cmpuint (ask (&line, &request, fd).value, ==, 3);
  g_assert_cmpfloat (sizes[2].width, ==, 200);
  g_assert_cmpfloat (sizes[2].height, ==, 100);
  request.page = 3;
  g_assert_cmpuint (ask (&line, &request, fd).value, ==, 2);
  request.page = 5;
  g_assert_cmpuint (ask (&line, &request, fd).status, ==, LEDGER_PDF_BAD_REQUEST);
  g_assert_true (hang_up (&line));
  close (document);
}

static void
test_inspecting_keeps_nothing_open (void)
{
  int document = ledger_pdf_samples_squares (2);
  LedgerPdfReply reply;
  Line line;

  connect_line (&line);
  reply = ask (&line, &(LedgerPdfRequest){ .kind = LEDGER_PDF_INSPECT }, document);
  g_assert_cmpuint (reply.status, ==, LEDGER_PDF_OK);
  g_assert_cmpuint (reply.verdict, ==, LEDGER_PDF_VERDICT_USABLE);
  g_assert_cmpuint (reply.pages, ==, 2);
  reply = ask (&line, &(LedgerPdfRequest){ .kind = LEDGER_PDF_SIZES, .size = 16 }, document);
  g_assert_cmpuint (reply.status, ==, LEDGER_PDF_BAD_REQUEST);
  g_assert_true (hang_up (&line));
  close (document);
}

static void
test_nonsense_ends_it (void)
{
  Line line;

  connect_line (&line);
  g_assert_cmpint (send (line.client, "what", 4, 0), ==, 4);
  g_assert_false (hang_up (&line));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-server/nothing-open", test_nothing_open);
  g_test_add_func ("/pdf-server/render-requests", test_render_requests);
  g_test_add_func ("/pdf-server/sizes-in-parts", test_sizes_in_parts);
  g_test_add_func ("/pdf-server/inspecting-keeps-nothing-open", test_inspecting_keeps_nothing_open);
  g_test_add_func ("/pdf-server/nonsense-ends-it", test_nonsense_ends_it);
  return g_test_run ();
}
