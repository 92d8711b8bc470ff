/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view as a picture and as a table, for slides, mails and spreadsheets. */
#include "remit-view-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/report/remit-report.h"
#include "model/remit-xml.h"
#include "remit-paper.h"
#include "remit-view-table.h"

#define MARGIN 16
#define MAP_WIDTH (440 + 2 * MARGIN)
#define CARD_WIDTH 240
#define LEAST_WIDTH 560
/* Of a matrix: a column, and the decision before them. */
#define COLUMN_WIDTH 62
#define TITLE_WIDTH 200

const char *const remit_picture_nicks[REMIT_N_PICTURES + 1] = {
  [REMIT_PICTURE_BOARD] = "board",
  [REMIT_PICTURE_MAP] = "map",
  [REMIT_PICTURE_MATRIX] = "matrix",
};

/* The ids of their sections in the report. */
static const char *const sections[REMIT_N_PICTURES] = {
  [REMIT_PICTURE_BOARD] = "teams",
  [REMIT_PICTURE_MAP] = "map",
  [REMIT_PICTURE_MATRIX] = "rights",
};

struct _RemitViewPicture
{
  RemitPaper *paper;
  GPtrArray *rows;
};

/* ── Making it ────────────────────────────────────────────────────────────────────────────── */

/* Returns: how many elements of that name there are in one; of cells, the most in a row */
static guint
count (const xmlNode *parent,
       const char *name)
{
  guint n = 0;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (remit_xml_is (node, name))
      n++;
    else if (node->type == XML_ELEMENT_NODE && g_str_equal (name, "article"))
      n += count (node, name);
    else if (node->type == XML_ELEMENT_NODE)
      n = MAX (n, count (node, name));
  return n;
}

/* About as wide as high; a matrix as wide as its columns. */
static double
find_width (RemitPictureSubject subject,
            const xmlNode *section)
{
  if (subject == REMIT_PICTURE_MAP)
    return MAP_WIDTH;
  if (subject == REMIT_PICTURE_BOARD)
    return CARD_WIDTH * CLAMP (ceil (sqrt (1.6 * count (section, "article"))), 2, 12)
           + 2 * MARGIN;
  return MAX (LEAST_WIDTH, TITLE_WIDTH + COLUMN_WIDTH * (double) count (section, "th"));
}

static GPtrArray *
make_rows (RemitPictureSubject subject,
           const xmlDoc *report,
           const xmlNode *section)
{
  if (subject == REMIT_PICTURE_MATRIX)
    return remit_view_table_new_matrix (section);
  if (subject == REMIT_PICTURE_BOARD)
    return remit_view_table_new_board (section);
  return remit_view_table_new_map (remit_paper_find_part (report, "teams"));
}

static gboolean
has_any (const RemitExport *export,
         RemitPictureSubject subject)
{
  return remit_store_query_integer (export->store,
                                    subject == REMIT_PICTURE_MATRIX
                                      ? "SELECT count (*) FROM decision WHERE plan = ?1"
                                      : "SELECT count (*) FROM team WHERE plan = ?1",
                                    export->plan, 0, NULL)
         > 0;
}

static gboolean
refuse (const RemitExport *export,
        RemitPictureSubject subject,
        GError **error)
{
  if (has_any (export, subject))
    /* Translators: the id of an element in HTML */
    return remit_exchange_refuse (error, _ ("The style sheet of your reports makes no section "
                                            "“%s”, which a picture shows"),
                                  sections[subject]);
  return remit_exchange_refuse (error, "%s",
                                subject == REMIT_PICTURE_MATRIX
                                  ? _ ("The plan has no decisions to be shown in a picture")
                                  : _ ("The plan has no teams to be shown in a picture"));
}

RemitViewPicture *
remit_view_picture_new (const RemitExport *export,
                        RemitPictureSubject subject,
                        GError **error)
{
  g_autoptr (RemitViewPicture) self = g_new0 (RemitViewPicture, 1);
  RemitPaperForm form = { .margin = MARGIN, .part = sections[subject], .is_bare = TRUE };
  xmlDoc *report = remit_report_build (export, error);
  const xmlNode *section;

  if (report == NULL)
    return NULL;
  section = remit_paper_find_part (report, sections[subject]);
  if (section == NULL || remit_paper_find_part (report, "teams") == NULL)
    refuse (export, subject, error);
  else
    {
      form.width = find_width (subject, section);
      self->rows = make_rows (subject, report, section);
      self->paper = remit_paper_new (report, &form, export->cancellable, error);
    }
  xmlFreeDoc (report);
  return self->paper != NULL ? g_steal_pointer (&self) : NULL;
}

void
remit_view_picture_free (RemitViewPicture *self)
{
  g_clear_pointer (&self->paper, remit_paper_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* ── Drawing it ───────────────────────────────────────────────────────────────────────────── */

static void
paint (cairo_t *cr,
       gpointer paper)
{
  remit_paper_paint (paper, cr, 0);
}

GBytes *
remit_view_picture_draw (RemitViewPicture *self,
                         RemitPictureFormat format,
                         GError **error)
{
  double width;
  double height;

  remit_paper_get_size (self->paper, &width, &height);
  return remit_picture_file_draw (width, height, format, paint, self->paper, error);
}

char *
remit_view_picture_dup_html (RemitViewPicture *self)
{
  return remit_view_table_dup_html (self->rows);
}

char *
remit_view_picture_dup_text (RemitViewPicture *self)
{
  return remit_view_table_dup_text (self->rows);
}
