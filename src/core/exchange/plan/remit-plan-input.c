/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a file in XML, on their way to libxml2. */
#include "remit-plan-input.h"

#include <gio/gunixinputstream.h>
#include <sys/stat.h>

#include "exchange/remit-exchange.h"
#include "model/remit-file.h"
#include "remit-plan-encoding.h"
#include "remit-plan-parser.h"

/* The longest tag of a plan, with all its texts full of characters to escape, has three quarters of
 * this. */
#define MAX_TOKEN (1024 * 1024)

gboolean
remit_plan_input_open (RemitPlanInput *self,
                       const char *path,
                       GError **error)
{
  g_autoptr (GError) cause = NULL;
  int fd = remit_file_open (path, &cause);
  struct stat info;

  if (fd < 0)
    return remit_exchange_refuse_file (error, path, cause->message);
  self->size = fstat (fd, &info) == 0 ? info.st_size : 0;
  self->stream = g_unix_input_stream_new (fd, TRUE);
  return TRUE;
}

static gboolean
check_encoding (const char *bytes,
                gsize length,
                GError **error)
{
  g_autofree char *reason = remit_plan_encoding_dup_refusal (bytes, length);

  if (reason != NULL)
    remit_plan_refuse (error, 1, 1, reason);
  return reason == NULL;
}

gssize
remit_plan_input_read (RemitPlanInput *self,
                       char *buffer,
                       gsize length,
                       GCancellable *cancellable,
                       GError **error)
{
  GError *cause = NULL;
  gsize n;

  /* whole, so that the first bytes have all of the first line */
  if (!g_input_stream_read_all (self->stream, buffer, length, &n, cancellable, &cause))
    {
      if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          cause->domain = REMIT_EXCHANGE_ERROR;
          cause->code = REMIT_EXCHANGE_ERROR_UNREADABLE;
        }
      g_propagate_error (error, cause);
      return -1;
    }
  if (self->n_read == 0 && !check_encoding (buffer, n, error))
    return -1;
  self->n_read += (goffset) n;
  return (gssize) n;
}

double
remit_plan_input_get_share (const RemitPlanInput *self)
{
  return self->size > 0 ? MIN (1, (double) self->n_read / (double) self->size) : 0;
}

gboolean
remit_plan_input_is_token_long (const RemitPlanInput *self)
{
  return self->n_read - self->n_read_before_token > MAX_TOKEN;
}
