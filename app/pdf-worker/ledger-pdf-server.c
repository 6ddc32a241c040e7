/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* MSG_CMSG_CLOEXEC */
#include "ledger-pdf-server.h"

#include "ledger-pdf-inspect.h"
#include "ledger-pdf-render.h"
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct
{
  int socket;
  LedgerComplaints *complaints;
  PopplerDocument *document; /* the one kept open */
} Server;

static gboolean
send_reply (int socket, const LedgerPdfReply *reply)
{
  gssize sent;

  do
    sent = send (socket, reply, sizeof *reply, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == sizeof *reply;
}

static int
take_descriptor (struct msghdr *message)
{
  struct cmsghdr *header = CMSG_FIRSTHDR (message);
  int fd = -1;

  if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS)
    memcpy (&fd, CMSG_DATA (header), sizeof fd);
  return fd;
}

/* 1 a request, 0 the end, -1 a fault. *FD is the caller's, or -1. */
static int
receive_request (int socket, LedgerPdfRequest *request, int *fd)
{
  union
  {
    struct cmsghdr header;
    char room[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct iovec piece = { request, sizeof *request };
  struct msghdr message = {
    .msg_iov = &piece, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
  };
  gssize length;

  do
    length = recvmsg (socket, &message, MSG_CMSG_CLOEXEC);
  while (length < 0 && errno == EINTR);
  *fd = length > 0 ? take_descriptor (&message) : -1;
  if (length == 0)
    return 0;
  return length == sizeof *request ? 1 : -1;
}

static void
answer_inspect (Server *server, int fd, LedgerPdfReply *reply)
{
  g_autoptr (PopplerDocument) document = ledger_pdf_inspect_open (fd, server->complaints, reply);

  if (document != NULL)
    ledger_pdf_inspect_contents (document, reply);
}

static void
answer (Server *server, const LedgerPdfRequest *request, int fd, LedgerPdfReply *reply)
{
  reply->status = LEDGER_PDF_OK;
  if (request->kind == LEDGER_PDF_INSPECT && fd >= 0)
    answer_inspect (server, fd, reply);
  else if (request->kind == LEDGER_PDF_OPEN && fd >= 0)
    {
      g_clear_object (&server->document);
      server->document = ledger_pdf_inspect_open (fd, server->complaints, reply);
    }
  else if (request->kind == LEDGER_PDF_SIZES && server->document != NULL)
    reply->status = ledger_pdf_render_sizes (server->document, request, fd, &reply->value);
  else if (request->kind == LEDGER_PDF_RENDER && server->document != NULL)
    reply->status = ledger_pdf_render_page (server->document, request, fd);
  else
    reply->status = LEDGER_PDF_BAD_REQUEST;
}

static int
serve_one (Server *server)
{
  LedgerPdfRequest request = { 0 };
  LedgerPdfReply reply = { 0 };
  int fd = -1;
  int received = receive_request (server->socket, &request, &fd);

  if (received == 1)
    {
      reply.kind = request.kind;
      reply.serial = request.serial;
      answer (server, &request, fd, &reply);
      if (!send_reply (server->socket, &reply))
        received = -1;
    }
  if (fd >= 0)
    close (fd);
  return received;
}

gboolean
ledger_pdf_server_run (int socket, guint32 limits, LedgerComplaints *complaints)
{
  Server server = { .socket = socket, .complaints = complaints };
  LedgerPdfReply hello = { .kind = LEDGER_PDF_HELLO,
                           .limits = limits,
                           .value = LEDGER_PDF_PROTOCOL };
  int received = 1;

  /* If the program is gone already, this fails and the worker ends. */
  if (!send_reply (socket, &hello))
    return FALSE;
  while (received == 1)
    received = serve_one (&server);
  g_clear_object (&server.document);
  return received == 0;
}
