/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker that misbehaves in the way $ZHENGGAI_FAKE_WORKER names. */
#include "ledger-pdf-protocol.h"
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static gboolean
is_mode (const char *mode)
{
  return g_strcmp0 (g_getenv ("ZHENGGAI_FAKE_WORKER"), mode) == 0;
}

static void
reply (LedgerPdfReply *answer, gsize length)
{
  if (send (LEDGER_PDF_SOCKET, answer, length, MSG_NOSIGNAL) < 0)
    _exit (2);
}

/* A descriptor that nobody asked for. */
static void
reply_with_descriptor (LedgerPdfReply *answer)
{
  union
  {
    struct cmsghdr header;
    char room[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct iovec piece = { answer, sizeof *answer };
  struct msghdr message = {
    .msg_iov = &piece, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
  };
  int fd = STDERR_FILENO;

  control.header.cmsg_level = SOL_SOCKET;
  control.header.cmsg_type = SCM_RIGHTS;
  control.header.cmsg_len = CMSG_LEN (sizeof (int));
  memcpy (CMSG_DATA (&control.header), &fd, sizeof fd);
  if (sendmsg (LEDGER_PDF_SOCKET, &message, MSG_NOSIGNAL) < 0)
    _exit (2);
}

static void
chatter (void)
{
  char line[1024];

  memset (line, 'x', sizeof line);
  for (guint i = 0; i < 10240; i++)
    if (write (STDERR_FILENO, line, sizeof line) < 0)
      continue;
}

static void
misbehave (const LedgerPdfRequest *request)
{
  LedgerPdfReply answer = { .kind = request->kind, .serial = request->serial, .pages = 1 };

  if (is_mode ("stall"))
    for (;;)
      pause ();
  if (is_mode ("abort"))
    abort ();
  if (is_mode ("die"))
    _exit (0);
  if (is_mode ("chatter"))
    chatter ();
  if (is_mode ("serial"))
    answer.serial++;
  if (is_mode ("pages"))
    answer.pages = G_MAXUINT32;
  if (is_mode ("no-pages"))
    answer.pages = 0;
  if (is_mode ("verdict"))
    answer.verdict = 77;
  if (is_mode ("descriptor"))
    reply_with_descriptor (&answer);
  else
    reply (&answer, is_mode ("short") ? 7 : sizeof answer);
}

int
main (void)
{
  LedgerPdfReply hello = { .kind = LEDGER_PDF_HELLO, .value = LEDGER_PDF_PROTOCOL };
  LedgerPdfRequest request;

  if (is_mode ("exit"))
    return 1;
  if (is_mode ("mute"))
    for (;;)
      pause ();
  if (is_mode ("old"))
    hello.value++;
  reply (&hello, sizeof hello);
  while (recv (LEDGER_PDF_SOCKET, &request, sizeof request, 0) == sizeof request)
    misbehave (&request);
  return 0;
}
