/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a template: its teams, their slots, and why each is there. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REMIT_TYPE_TEMPLATE_OUTLINE (remit_template_outline_get_type ())
G_DECLARE_FINAL_TYPE (RemitTemplateOutline, remit_template_outline, REMIT, TEMPLATE_OUTLINE, AdwBin)

/** Shows the template in the file @path; returns whether it could be read. */
gboolean remit_template_outline_show (RemitTemplateOutline *self,
                                      const char *path,
                                      GError **error);

G_END_DECLS
