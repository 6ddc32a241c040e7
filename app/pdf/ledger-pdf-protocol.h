/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program and zhenggai-pdf-worker say to each other (DESIGN 5) over one SOCK_SEQPACKET
 * pair, descriptor LEDGER_PDF_SOCKET in the worker. Every message is one of the two structs below,
 * whole, with at most one descriptor; only requests carry descriptors. Both programs come from one
 * build, so numbers may change freely together with LEDGER_PDF_PROTOCOL; the worker's first message
 * (HELLO) says which it speaks and which limits are in force. One request, one reply, in order. */
#define LEDGER_PDF_PROTOCOL 1
#define LEDGER_PDF_SOCKET 3

/* Beyond these a file gets the verdict `limit`, a picture is made smaller. */
#define LEDGER_PDF_MAX_PAGES 20000
#define LEDGER_PDF_MAX_PIXELS (24 * 1024 * 1024)
#define LEDGER_PDF_MAX_WIDTH 8192

typedef enum
{
  LEDGER_PDF_ROLE_VIEW,   /* one document, kept open; argument "view" */
  LEDGER_PDF_ROLE_INTAKE, /* file after file; "intake" */
  LEDGER_PDF_ROLE_BIND,   /* many at once, for the dossier; "bind" (limits only, no requests yet) */
} LedgerPdfRole;

typedef enum
{
  LEDGER_PDF_HELLO = 1, /* reply only: limits, protocol in `value` */
  LEDGER_PDF_INSPECT,   /* descriptor: a document. Verdict, pages, flags; nothing is kept */
  LEDGER_PDF_OPEN,      /* the same, and a usable document stays open for the next requests */
  LEDGER_PDF_SIZES,  /* descriptor: lent memory of `size` bytes for LedgerPdfPageSize of the pages
                        from `page` on. `value` says how many were written */
  LEDGER_PDF_RENDER, /* descriptor: lent memory of `size` bytes = height rows of 4 × width bytes.
                        Page `page` turned by `rotation` degrees, on white */
} LedgerPdfKind;

typedef enum
{
  LEDGER_PDF_OK,
  LEDGER_PDF_BAD_REQUEST, /* wrong numbers, no descriptor, nothing open: a fault of the client */
  LEDGER_PDF_NO_MEMORY,
  LEDGER_PDF_BAD_PAGE, /* the page cannot be read or drawn */
} LedgerPdfStatus;

/* What can be said of a file. The order is never stored; the stable words are in
 * ledger-pdf-verdict.h. */
typedef enum
{
  LEDGER_PDF_VERDICT_USABLE,      /* opens without complaint */
  LEDGER_PDF_VERDICT_WARNINGS,    /* opens after repair */
  LEDGER_PDF_VERDICT_PASSWORD,    /* needs a password to open */
  LEDGER_PDF_VERDICT_DAMAGED,     /* a PDF that cannot be opened, or has no page */
  LEDGER_PDF_VERDICT_EMPTY,       /* no bytes */
  LEDGER_PDF_VERDICT_UNSUPPORTED, /* no PDF: kept as it is, not shown */
  LEDGER_PDF_VERDICT_LIMIT,       /* takes more time, memory or pages than it may */
} LedgerPdfVerdict;

typedef enum
{
  LEDGER_PDF_FLAG_ENCRYPTED = 1 << 0, /* opens with an empty password; copies are not encrypted */
  LEDGER_PDF_FLAG_SCRIPT = 1 << 1,    /* JavaScript in the document or behind a link */
  LEDGER_PDF_FLAG_LAUNCH = 1 << 2,    /* links that start a program */
  LEDGER_PDF_FLAG_MEDIA = 1 << 3,     /* links that play sound or film */
  LEDGER_PDF_FLAG_ATTACHMENT = 1 << 4,
  LEDGER_PDF_FLAG_SIGNED = 1 << 5,  /* has signature fields; a merged copy is no longer signed */
  LEDGER_PDF_FLAG_OUTLINE = 1 << 6, /* has bookmarks */
} LedgerPdfFlag;

typedef enum
{
  LEDGER_PDF_LIMIT_NO_NEW_PRIVILEGES = 1 << 0,
  LEDGER_PDF_LIMIT_PARENT_DEATH = 1 << 1,
  LEDGER_PDF_LIMIT_FILES = 1 << 2, /* landlock: reads fonts, fontconfig, poppler-data only */
  LEDGER_PDF_LIMIT_CALLS = 1 << 3, /* seccomp */
  LEDGER_PDF_LIMIT_ADDRESS_SPACE = 1 << 4, /* left out of sanitizer builds */
  LEDGER_PDF_LIMIT_FILE_SIZE = 1 << 5,
  LEDGER_PDF_LIMIT_CORE = 1 << 6, /* no memory image of a crash on disk */
} LedgerPdfLimit;

#define LEDGER_PDF_LIMITS_ALL ((1 << 7) - 1)

typedef struct
{
  guint32 kind;   /* LedgerPdfKind */
  guint32 serial; /* comes back in the reply */
  guint32 page;   /* from 0 */
  guint32 width, height;
  guint32 rotation; /* 0, 90, 180, 270, clockwise, added to the page's own */
  guint64 size;     /* bytes of lent memory */
  guint64 reserved[2];
} LedgerPdfRequest;

typedef struct
{
  guint32 kind;
  guint32 serial;
  guint32 status;  /* LedgerPdfStatus */
  guint32 verdict; /* LedgerPdfVerdict, of INSPECT and OPEN */
  guint32 pages;
  guint32 flags;  /* LedgerPdfFlag */
  guint32 limits; /* LedgerPdfLimit, of HELLO */
  guint32 value;
  guint64 reserved[2];
} LedgerPdfReply;

/* In points (1/72 inch), as shown: the page's own rotation is applied. */
typedef struct
{
  double width, height;
} LedgerPdfPageSize;

G_STATIC_ASSERT (sizeof (LedgerPdfRequest) == 48);
G_STATIC_ASSERT (sizeof (LedgerPdfReply) == 48);

G_END_DECLS
