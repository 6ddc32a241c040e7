/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "ledger-pdf-inspect.h"

#include "ledger-xref-check.h"
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where readers look for the mark of a PDF. */
#define HEAD 1024
#define MAX_LINK_PAGES 500

/* `usable` where the beginning is that of a PDF. */
static LedgerPdfVerdict
look_at_head (int fd)
{
  char head[HEAD];
  struct stat info;
  gssize length;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return LEDGER_PDF_VERDICT_DAMAGED;
  if (info.st_size == 0)
    return LEDGER_PDF_VERDICT_EMPTY;
  length = pread (fd, head, sizeof head, 0);
  if (length < 0)
    return LEDGER_PDF_VERDICT_DAMAGED;
  if (memmem (head, (gsize)length, "%PDF-", 5) == NULL)
    return LEDGER_PDF_VERDICT_UNSUPPORTED;
  return LEDGER_PDF_VERDICT_USABLE;
}

static PopplerDocument *
open_document (int fd, LedgerPdfVerdict *verdict)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  int own = fcntl (fd, F_DUPFD_CLOEXEC, 3);

  *verdict = LEDGER_PDF_VERDICT_DAMAGED;
  if (own < 0)
    return NULL;
  document = poppler_document_new_from_fd (own, NULL, &error); /* takes the descriptor */
  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    *verdict = LEDGER_PDF_VERDICT_PASSWORD;
  return document;
}

static LedgerPdfVerdict
judge_pages (PopplerDocument *document, LedgerPdfReply *reply)
{
  g_autoptr (PopplerPage) page = NULL;
  int pages = poppler_document_get_n_pages (document);

  if (pages <= 0)
    return LEDGER_PDF_VERDICT_DAMAGED;
  if (pages > LEDGER_PDF_MAX_PAGES)
    return LEDGER_PDF_VERDICT_LIMIT;
  page = poppler_document_get_page (document, 0);
  if (page == NULL)
    return LEDGER_PDF_VERDICT_DAMAGED;
  reply->pages = (guint32)pages;
  return LEDGER_PDF_VERDICT_USABLE;
}

PopplerDocument *
ledger_pdf_inspect_open (int fd, LedgerComplaints *complaints, LedgerPdfReply *reply)
{
  g_autoptr (PopplerDocument) document = NULL;
  LedgerPdfVerdict verdict = look_at_head (fd);
  gboolean complained;

  if (verdict == LEDGER_PDF_VERDICT_USABLE)
    {
      ledger_complaints_begin (complaints);
      document = open_document (fd, &verdict);
      if (document != NULL)
        verdict = judge_pages (document, reply);
      complained = ledger_complaints_end (complaints);
      if (verdict == LEDGER_PDF_VERDICT_USABLE && (complained || !ledger_xref_check_is_sound (fd)))
        verdict = LEDGER_PDF_VERDICT_WARNINGS;
    }
  reply->verdict = verdict;
  if (verdict != LEDGER_PDF_VERDICT_USABLE && verdict != LEDGER_PDF_VERDICT_WARNINGS)
    return NULL;
  return g_steal_pointer (&document);
}

static guint32
flag_of_action (PopplerActionType type)
{
  switch (type)
    {
    case POPPLER_ACTION_LAUNCH:
      return LEDGER_PDF_FLAG_LAUNCH;
    case POPPLER_ACTION_JAVASCRIPT:
      return LEDGER_PDF_FLAG_SCRIPT;
    case POPPLER_ACTION_MOVIE:
    case POPPLER_ACTION_RENDITION:
      return LEDGER_PDF_FLAG_MEDIA;
    default:
      return 0;
    }
}

static guint32
flags_of_page (PopplerDocument *document, int index)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, index);
  guint32 flags = 0;
  GList *links;

  if (page == NULL)
    return 0;
  links = poppler_page_get_link_mapping (page);
  for (GList *l = links; l != NULL; l = l->next)
    {
      const PopplerLinkMapping *link = l->data;

      if (link->action != NULL)
        flags |= flag_of_action (link->action->type);
    }
  poppler_page_free_link_mapping (links);
  return flags;
}

static gboolean
has_outline (PopplerDocument *document)
{
  PopplerIndexIter *iter = poppler_index_iter_new (document);

  if (iter == NULL)
    return FALSE;
  poppler_index_iter_free (iter);
  return TRUE;
}

void
ledger_pdf_inspect_contents (PopplerDocument *document, LedgerPdfReply *reply)
{
  guint32 flags = 0;
  int pages = MIN ((int)reply->pages, MAX_LINK_PAGES);

  /* Only an encrypted document can withhold a permission. */
  if (poppler_document_get_permissions (document) != POPPLER_PERMISSIONS_FULL)
    flags |= LEDGER_PDF_FLAG_ENCRYPTED;
  if (poppler_document_has_javascript (document))
    flags |= LEDGER_PDF_FLAG_SCRIPT;
  if (poppler_document_has_attachments (document))
    flags |= LEDGER_PDF_FLAG_ATTACHMENT;
  if (poppler_document_get_n_signatures (document) > 0)
    flags |= LEDGER_PDF_FLAG_SIGNED;
  if (has_outline (document))
    flags |= LEDGER_PDF_FLAG_OUTLINE;
  for (int i = 0; i < pages; i++)
    flags |= flags_of_page (document, i);
  reply->flags = flags;
}
