/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changed fields of an entry, old and new, with links to their entities. */
#include "remit-history-changes.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "inspector/remit-inspector.h"
#include "widgets/remit-place.h"
#include "widgets/sections/remit-icon-button.h"

/* Enough of a text to see what it is about. */
#define TEXT_MAX 200

static GtkWidget *
add_label (GtkBox *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

/* Whether the inspector can show it now: it is there, and in a plan that is open. */
static gboolean
can_inspect (RemitWorkspace *workspace,
             RemitKind kind,
             gint64 id)
{
  g_autoptr (RemitRecord) record = NULL;

  if (!remit_inspector_can_show (kind))
    return FALSE;
  if (!remit_entity_info (kind)->on_demand)
    return remit_workspace_get (workspace, kind, id) != NULL;
  record = remit_store_load (remit_workspace_get_store (workspace), kind, id, NULL);
  return record != NULL;
}

static GtkWidget *
create_link (const char *text,
             RemitKind kind,
             gint64 id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.inspect");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ix)", (int) kind, id);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "remit-history-link");
  gtk_widget_set_tooltip_text (button, _ ("Show Details"));
  return button;
}

static GtkWidget *
create_shower (RemitKind kind,
               gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("remit-board-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ixix)", (int) kind, id,
                                    (int) REMIT_KIND_NONE, (gint64) 0);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  remit_icon_button_set_label (button, _ ("Show on Board"));
  return button;
}

static GtkWidget *
create_links (const char *text,
              RemitKind kind,
              gint64 id)
{
  GtkWidget *links = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (links), create_link (text, kind, id));
  gtk_box_append (GTK_BOX (links), create_shower (kind, id));
  return links;
}

static void
add_head (GtkBox *box,
          RemitWorkspace *workspace,
          const RemitHistoryLine *line,
          const char *text)
{
  gboolean has_owner = line->owner_kind != REMIT_KIND_NONE;
  RemitKind kind = has_owner ? line->owner_kind : line->kind;
  gint64 id = has_owner ? line->owner : line->id;

  if (remit_place_is_on_board (workspace, 0, kind, id))
    gtk_box_append (box, create_links (text, kind, id));
  else if (can_inspect (workspace, kind, id))
    gtk_box_append (box, create_link (text, kind, id));
  else
    add_label (box, text, NULL);
}

/* Returns: (transfer full) (nullable): as much of a text as there is room for */
static char *
dup_short (const char *text)
{
  g_autofree char *head = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= TEXT_MAX)
    return g_strdup (text);
  head = g_utf8_substring (text, 0, TEXT_MAX);
  return g_strconcat (head, "…", NULL);
}

static char *
dup_field_markup (const RemitHistoryField *field)
{
  g_autofree char *old = dup_short (field->old);
  g_autofree char *new = dup_short (field->new);

  if (old != NULL && new != NULL)
    /* Translators: a field's name, its old and its new value; where one reads from right to left,
     * the arrow has to point to the left */
    return g_markup_printf_escaped (_ ("%s:  <span alpha=\"65%%\">%s</span>  →  <b>%s</b>"),
                                    field->label, old, new);
  /* Translators: a field's name and its value */
  return g_markup_printf_escaped (_ ("%s:  %s"), field->label, old != NULL ? old : new);
}

static void
add_fields (GtkBox *box,
            const RemitHistoryLine *line)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < line->fields->len; i++)
    {
      g_autofree char *field = dup_field_markup (g_ptr_array_index (line->fields, i));

      g_string_append_printf (markup, "%s%s", i > 0 ? "\n" : "", field);
    }
  if (markup->len == 0)
    return;
  label = add_label (box, NULL, "remit-history-fields");
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
}

static char *
dup_head_text (const RemitHistoryLine *line)
{
  const char *label = gettext (remit_entity_info (line->kind)->label);

  if (line->op != REMIT_CHANGE_CHANGED || line->moved)
    return remit_history_line_dup_sentence (line);
  /* Translators: a kind of thing and its name: "Slot ML engineer" */
  return g_strdup_printf (_ ("%s %s"), label, line->name);
}

static void
add_line (GtkBox *box,
          RemitWorkspace *workspace,
          const RemitHistoryLine *line)
{
  g_autofree char *text = dup_head_text (line);
  GtkWidget *own = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_head (GTK_BOX (own), workspace, line, text);
  add_fields (GTK_BOX (own), line);
  gtk_box_append (box, own);
}

static void
add_foot (GtkBox *box,
          RemitHistoryItem *item,
          const RemitHistoryDetails *details)
{
  gint64 seq = remit_history_item_get_entry (item)->seq;
  /* Translators: the number of an entry of the history, and its SHA-256 in 64 digits */
  g_autofree char *text = g_strdup_printf (_ ("Entry %" PRId64 ", hash %s"), seq,
                                           details->hash);
  GtkWidget *label = add_label (box, text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
}

static GtkWidget *
add_button (GtkBox *box,
            const char *text,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
  return button;
}

static void
add_jump (GtkBox *box,
          const char *text,
          gint64 seq)
{
  if (seq != 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (add_button (box, text, "history.go-to")), "x",
                                      seq);
}

/* To what it takes back, to what took it back, and to how everything stood then. */
static void
add_links (GtkBox *box,
           RemitHistoryItem *item,
           RemitWorkspace *workspace)
{
  RemitHistoryEntry *entry = remit_history_item_get_entry (item);
  gint64 seq = entry->seq;
  gint64 target = entry->target;
  gint64 answer = remit_history_find_answer (remit_workspace_get_store (workspace), seq);
  g_autofree char *takes = g_strdup_printf (_ ("Reverts entry %" PRId64), target);
  g_autofree char *taken = g_strdup_printf (_ ("Reverted by entry %" PRId64), answer);
  GtkWidget *links = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_jump (GTK_BOX (links), takes, target);
  add_jump (GTK_BOX (links), taken, answer);
  gtk_actionable_set_action_target (
    GTK_ACTIONABLE (add_button (GTK_BOX (links), _ ("View This Version"),
                                "win.show-past")),
    "(xx)", seq, entry->at);
  gtk_box_append (box, links);
}

static void
fill (GtkBox *box,
      RemitHistoryItem *item,
      RemitWorkspace *workspace,
      const RemitHistoryDetails *details)
{
  guint more = details->n_changes - details->lines->len;

  for (guint i = 0; details->summary != NULL && details->summary[i] != NULL; i++)
    add_label (box, details->summary[i], NULL);
  for (guint i = 0; i < details->lines->len; i++)
    add_line (box, workspace, g_ptr_array_index (details->lines, i));
  if (more > 0)
    {
      g_autofree char *text = g_strdup_printf (
        /* Translators: after the first changes of an edit that changed a lot */
        ngettext ("and %'u more…", "and %'u more…", more), more);

      add_label (box, text, "dim-label");
    }
  add_foot (box, item, details);
  add_links (box, item, workspace);
}

GtkWidget *
remit_history_changes_new (RemitHistoryItem *item,
                           RemitWorkspace *workspace)
{
  const RemitHistoryDetails *details;
  GtkWidget *box;

  g_return_val_if_fail (REMIT_IS_HISTORY_ITEM (item), NULL);

  details = remit_history_item_get_details (item);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  if (details != NULL)
    fill (GTK_BOX (box), item, workspace, details);
  else if (remit_history_item_get_failure (item) != NULL)
    add_label (GTK_BOX (box), remit_history_item_get_failure (item), "error");
  else
    add_label (GTK_BOX (box), _ ("Reading changes…"), "dim-label");
  return box;
}
