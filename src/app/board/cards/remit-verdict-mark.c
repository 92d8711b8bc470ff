/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a place shows what putting there what is carried would be. */
#include "remit-verdict-mark.h"

#include "widgets/remit-style.h"

void
remit_verdict_mark_set (GtkWidget *widget,
                        RemitVerdict verdict,
                        gboolean target)
{
  static const struct {
    RemitVerdict verdict;
    const char *css_class;
  } marks[] = {
    { REMIT_VERDICT_FINE, "fine" },
    { REMIT_VERDICT_DOUBTFUL, "doubtful" },
    { REMIT_VERDICT_REFUSED, "refused" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    remit_style_set_class (widget, marks[i].css_class, marks[i].verdict == verdict);
  remit_style_set_class (widget, "target", target);
}
