/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot on the board: its role, what it needs, and who is in it. */
#include "remit-slot-card.h"

#include <glib/gi18n.h>

#include "model/remit-percent.h"
#include "plan/design/remit-comments.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "plan/placement/remit-fit.h"
#include "remit-comment-mark.h"
#include "remit-ghost-chip.h"
#include "remit-sign-mark.h"
#include "remit-verdict-mark.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"
#include "widgets/remit-names.h"

/* So many skills that lack are named on a card. */
#define MAX_LACKS 2
/* So many lines a name has at most. */
#define MAX_LINES 3
/* Of a mark in the heading, with the gap before it. */
#define MARK_WIDTH 22

struct _RemitSlotCard
{
  GtkWidget parent_instance;

  RemitDragHub *hub;
  RemitWorkspace *workspace;
  RemitEntity *slot;
  RemitBoardGhosts *laid_over;
  gint64 selected_slot;
  gint64 selected_person;
  gboolean names; /* nothing but names is shown */

  GtkWidget *heading;
  GtkImage *mark; /* made when something is found */
  gboolean is_marked;
  GtkWidget *comments; /* made when there are any */
  GtkLabel *name;
  GtkLabel *filled;
  GtkLabel *needs;
  GtkWidget *vacancy;
  GtkLabel *vacancy_text;
  GtkBox *chips;
  GtkBox *ghosts;  /* made when there are any */
  GtkWidget *sign; /* likewise */
};

G_DEFINE_FINAL_TYPE (RemitSlotCard, remit_slot_card, GTK_TYPE_WIDGET)

static void
remit_slot_card_dispose (GObject *object)
{
  RemitSlotCard *self = REMIT_SLOT_CARD (object);
  GtkWidget *child;

  remit_slot_card_unbind (self);
  g_clear_object (&self->laid_over);
  g_clear_object (&self->hub);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (remit_slot_card_parent_class)->dispose (object);
}

static void
remit_slot_card_class_init (RemitSlotCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_slot_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/cards/remit-slot-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSlotCard, heading);
  gtk_widget_class_bind_template_child (widget_class, RemitSlotCard, name);
  gtk_widget_class_bind_template_child (widget_class, RemitSlotCard, filled);
  gtk_widget_class_bind_template_child (widget_class, RemitSlotCard, needs);
  gtk_widget_class_bind_template_child (widget_class, RemitSlotCard, vacancy);
  gtk_widget_class_bind_template_child (widget_class, RemitSlotCard, vacancy_text);
  gtk_widget_class_bind_template_child (widget_class, RemitSlotCard, chips);
  gtk_widget_class_set_css_name (widget_class, "remit-slot-card");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_slot_card_init (RemitSlotCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* digits and signs alone, which would change places from right to left */
  gtk_widget_set_direction (GTK_WIDGET (self->filled), GTK_TEXT_DIR_LTR);
}

static RemitDrag *
create_drag (GtkWidget *widget)
{
  RemitSlotCard *self = REMIT_SLOT_CARD (widget);

  if (self->slot == NULL)
    return NULL;
  return remit_drag_new (REMIT_DRAG_SLOT, remit_entity_get_id (self->slot),
                         gtk_label_get_label (self->name));
}

RemitSlotCard *
remit_slot_card_new (RemitDragHub *hub)
{
  RemitSlotCard *self = g_object_new (REMIT_TYPE_SLOT_CARD, NULL);

  self->hub = g_object_ref (hub);
  remit_drag_hub_add_source (hub, self->heading, GTK_WIDGET (self), create_drag);
  return self;
}

/* Shows @n chips, making those that are not there yet. */
static void
ensure_chips (RemitSlotCard *self,
              guint n)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  guint i = 0;

  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip), i++)
    {
      gtk_widget_set_visible (chip, i < n);
      if (i >= n)
        remit_chip_unbind (REMIT_CHIP (chip));
    }
  for (; i < n; i++)
    {
      RemitChip *added = remit_chip_new (self->hub);

      remit_chip_set_names (added, self->names);
      gtk_box_append (self->chips, GTK_WIDGET (added));
    }
}

static void
show_selected (RemitSlotCard *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  gboolean has_person = FALSE;

  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      gboolean is_person =
        self->selected_person != 0
        && remit_chip_get_person (REMIT_CHIP (chip)) == self->selected_person;

      remit_style_set_class (chip, "selected", is_person);
      has_person = has_person || is_person;
    }
  remit_style_set_class (GTK_WIDGET (self), "selected",
                         self->selected_slot != 0
                           && remit_slot_card_get_slot (self) == self->selected_slot);
  remit_style_set_class (GTK_WIDGET (self), "of-selected", has_person);
}

static void
bind_chips (RemitSlotCard *self,
            GPtrArray *assignments)
{
  GtkWidget *chip;

  ensure_chips (self, assignments->len);
  chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  for (guint i = 0; i < assignments->len; i++, chip = gtk_widget_get_next_sibling (chip))
    {
      remit_chip_set_ghosts (REMIT_CHIP (chip), self->laid_over);
      remit_chip_bind (REMIT_CHIP (chip), self->workspace, g_ptr_array_index (assignments, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), assignments->len > 0);
  show_selected (self);
}

/* ── What is laid over it ─────────────────────────────────────────────────────────────────── */

static void
make_ghosts (RemitSlotCard *self)
{
  self->ghosts = GTK_BOX (g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ghosts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestions and differences"), -1);
  gtk_widget_insert_before (GTK_WIDGET (self->ghosts), GTK_WIDGET (self), self->vacancy);
}

/* Shows @n ghosts, making those that are not there yet. */
static void
ensure_ghosts (RemitSlotCard *self,
               guint n)
{
  GtkWidget *ghost;
  guint i = 0;

  if (self->ghosts == NULL && n > 0)
    make_ghosts (self);
  if (self->ghosts == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->ghosts), n > 0);
  for (ghost = gtk_widget_get_first_child (GTK_WIDGET (self->ghosts)); ghost != NULL;
       ghost = gtk_widget_get_next_sibling (ghost), i++)
    {
      gtk_widget_set_visible (ghost, i < n);
      if (i >= n)
        remit_ghost_chip_unbind (REMIT_GHOST_CHIP (ghost));
    }
  for (; i < n; i++)
    {
      RemitGhostChip *added = remit_ghost_chip_new ();

      remit_ghost_chip_set_names (added, self->names);
      gtk_box_append (self->ghosts, GTK_WIDGET (added));
    }
}

/* Returns: (transfer full) (nullable): what is laid over it, in words */
static char *
bind_ghosts (RemitSlotCard *self,
             gint64 slot,
             const char *name)
{
  GPtrArray *ghosts = remit_board_ghosts_get (self->laid_over, slot);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *sign = remit_sign_mark_show (self->laid_over, slot, GTK_WIDGET (self),
                                                self->heading, &self->sign);
  GtkWidget *chip;

  ensure_ghosts (self, ghosts != NULL ? ghosts->len : 0);
  if (sign != NULL)
    g_string_append_printf (words, ". %s", sign);
  chip = ghosts != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->ghosts)) : NULL;
  for (guint i = 0; ghosts != NULL && i < ghosts->len;
       i++, chip = gtk_widget_get_next_sibling (chip))
    {
      const RemitBoardGhost *ghost = ghosts->pdata[i];
      g_autofree char *spoken = remit_ghost_chip_dup_words (ghost);

      remit_ghost_chip_bind (REMIT_GHOST_CHIP (chip), self->laid_over, ghost->number, name);
      g_string_append_printf (words, ". %s", spoken);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

void
remit_slot_card_set_ghosts (RemitSlotCard *self,
                            RemitBoardGhosts *ghosts)
{
  g_return_if_fail (REMIT_IS_SLOT_CARD (self));

  g_set_object (&self->laid_over, ghosts);
}

/* ── What it shows ────────────────────────────────────────────────────────────────────────── */

/* "SQL 3 · Python 2": the skills with their levels */
static char *
dup_needs (RemitSlotCard *self,
           const char *separator)
{
  GPtrArray *needs = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SLOT,
                                                    remit_entity_get_id (self->slot));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < needs->len; i++)
    {
      RemitEntity *need = g_ptr_array_index (needs, i);
      RemitEntity *skill = remit_workspace_get (self->workspace, REMIT_KIND_SKILL,
                                                remit_entity_get_integer (need,
                                                                          REMIT_SLOT_NEED_SKILL));

      if (skill == NULL)
        continue;
      g_string_append_printf (text, "%s%s\u00a0%d", i > 0 ? separator : "",
                              remit_entity_get_text (skill, REMIT_SKILL_NAME),
                              (int) remit_entity_get_integer (need, REMIT_SLOT_NEED_LEVEL));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (transfer full): all that lacks, and what is needed */
static char *
dup_needs_tip (RemitSlotCard *self,
               const char *needs)
{
  g_autofree char *lacks = remit_fit_dup_lacks (self->workspace,
                                                remit_entity_get_id (self->slot), G_MAXUINT);

  /* Translators: what somebody lacks, and the names of skills: "Lacks SQL 3\nNeeds SQL 3 · R 2" */
  return g_strdup_printf (_ ("%1$s\nNeeds %2$s"), lacks, needs);
}

/* What the slot needs, or, where that says more, what those who are in it lack. */
static void
bind_needs (RemitSlotCard *self)
{
  g_autofree char *needs = dup_needs (self, " · ");
  g_autofree char *lacks = remit_fit_dup_lacks (self->workspace,
                                                remit_entity_get_id (self->slot), MAX_LACKS);
  g_autofree char *tip = lacks != NULL ? dup_needs_tip (self, needs) : NULL;

  gtk_label_set_label (self->needs, lacks != NULL ? lacks : needs);
  remit_style_set_class (GTK_WIDGET (self->needs), "dim-label", lacks == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->needs), *needs != '\0' && !self->names);
  remit_tooltip_set (GTK_WIDGET (self->needs), tip != NULL      ? tip
                                               : *needs != '\0' ? needs
                                                                : NULL);
}

static void
bind_filled (RemitSlotCard *self,
             int filled,
             int need)
{
  RemitEntity *settings = remit_workspace_get (self->workspace, REMIT_KIND_SETTINGS, 1);
  int tolerance = (int) remit_entity_get_integer (settings, REMIT_SETTINGS_FILL_TOLERANCE);
  g_autofree char *text = NULL;

  /* Translators: what is allocated to a slot, and what it needs, in percent of full time */
  text = remit_percent_printf (_ ("%d / %d %%"), filled, need);
  gtk_label_set_label (self->filled, text);
  remit_style_set_class (GTK_WIDGET (self->filled), "warning", filled > need + tolerance);
}

static void
bind_vacancy (RemitSlotCard *self,
              gboolean vacant)
{
  gboolean required = remit_entity_get_integer (self->slot, REMIT_SLOT_REQUIRED) != 0;
  const char *awaits = remit_entity_get_text (self->slot, REMIT_SLOT_AWAITS);
  g_autofree char *waits = NULL;

  gtk_widget_set_visible (self->vacancy, vacant);
  if (!vacant)
    return;
  /* Translators: a name, address or number */
  waits = *awaits != '\0' ? g_strdup_printf (_ ("Reserved for %s"), awaits) : NULL;
  gtk_label_set_label (self->vacancy_text, waits != NULL ? waits
                                           : required    ? _ ("Vacant")
                                                         : _ ("Vacant, not required"));
  remit_style_set_class (self->vacancy, "required", required);
}

/* One mark is enough: that nobody is there, or that somebody has too much to do, is worse. */
static gboolean
has_mark_below (RemitSlotCard *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  if (gtk_widget_get_visible (self->vacancy))
    return TRUE;
  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    if (gtk_widget_get_visible (chip) && remit_chip_is_marked (REMIT_CHIP (chip)))
      return TRUE;
  return FALSE;
}

static void
show_mark (RemitSlotCard *self)
{
  if (self->mark != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->mark), self->is_marked && !has_mark_below (self));
}

/* Of slots of one name in a team it says which. */
static char *
dup_spoken_name (RemitSlotCard *self,
                 const char *name)
{
  GPtrArray *slots = remit_workspace_get_referring (
    self->workspace, REMIT_KIND_SLOT, REMIT_SLOT_TEAM,
    remit_entity_get_integer (self->slot, REMIT_SLOT_TEAM));
  gint64 position = remit_entity_get_integer (self->slot, REMIT_SLOT_POSITION);
  guint place = 1;
  guint n = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      RemitEntity *slot = g_ptr_array_index (slots, i);
      g_autofree char *other = remit_design_dup_name (self->workspace, REMIT_KIND_SLOT,
                                                      remit_entity_get_id (slot));

      if (!g_str_equal (other, name))
        continue;
      n++;
      place += remit_entity_get_integer (slot, REMIT_SLOT_POSITION) < position;
    }
  /* Translators: the name of a slot, which one it is of those with this name, and how many */
  return n > 1 ? g_strdup_printf (_ ("%s (%u of %u)"), name, place, n) : g_strdup (name);
}

/* Who is in it, or that nobody is. */
static char *
dup_spoken_people (RemitSlotCard *self,
                   guint n_assigned)
{
  const char *vacancy = gtk_label_get_label (self->vacancy_text);

  if (n_assigned > 0)
    /* Translators: how many people are in a slot */
    return g_strdup_printf (ngettext ("%u person", "%u people", n_assigned), n_assigned);
  if (remit_entity_get_integer (self->slot, REMIT_SLOT_REQUIRED) == 0)
    return g_strdup (vacancy);
  /* Translators: “Vacant”, or who a slot waits for */
  return g_strdup_printf (_ ("%s, required"), vacancy);
}

/* Returns: (transfer full) (nullable): the skills that it needs */
static char *
dup_spoken_needs (RemitSlotCard *self)
{
  g_autofree char *needs = dup_needs (self, ", ");

  /* Translators: skills with their levels: "SQL 3, Python 2" */
  return *needs != '\0' ? g_strdup_printf (_ ("Requires %s"), needs) : NULL;
}

/* As it is shown, a dash and a dot stand for words. */
static void
speak (RemitSlotCard *self,
       const char *slot,
       int filled,
       int need,
       guint n_assigned,
       const char *comments,
       const char *laid_over)
{
  /* Translators: what is allocated to a slot, and what it needs, in percent of full time */
  g_autofree char *share = remit_percent_printf (_ ("%d of %d %%"), filled, need);
  g_autofree char *needs = dup_spoken_needs (self);
  g_autofree char *name = dup_spoken_name (self, slot);
  g_autofree char *people = dup_spoken_people (self, n_assigned);
  g_autofree char *label = NULL;

  if (comments != NULL)
    {
      g_autofree char *alone = g_steal_pointer (&people);

      /* Translators: how many people are in a slot, and how many comments on it are open */
      people = g_strdup_printf (_ ("%s, %s"), alone, comments);
    }
  /* Translators: a slot, what is allocated to it and what it needs, and how many are in it */
  label = g_strdup_printf (_ ("%s, %s, %s"), name, share, people);
  if (needs != NULL)
    {
      g_autofree char *alone = g_steal_pointer (&label);

      label = g_strdup_printf (_ ("%s. %s"), alone, needs);
    }
  if (laid_over != NULL)
    {
      g_autofree char *alone = g_steal_pointer (&label);

      label = g_strconcat (alone, laid_over, NULL);
    }
  remit_names_set (GTK_WIDGET (self), label);
}

void
remit_slot_card_bind (RemitSlotCard *self,
                      RemitWorkspace *workspace,
                      RemitEntity *slot)
{
  gint64 id = remit_entity_get_id (slot);
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, id);
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_SLOT, id);
  const char *why = remit_entity_get_text (slot, REMIT_SLOT_WHY);
  int filled = remit_load_get_filled (workspace, id);
  int need = (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE);
  g_autofree char *comments = NULL;
  g_autofree char *laid_over = NULL;

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->slot, slot);

  gtk_label_set_label (self->name, name);
  remit_tooltip_set (self->heading, *why != '\0' ? why : name);
  bind_filled (self, filled, need);
  bind_needs (self);
  bind_chips (self, assignments);
  laid_over = bind_ghosts (self, id, name);
  bind_vacancy (self, assignments->len == 0);
  if (remit_board_ghosts_get (self->laid_over, id) != NULL)
    gtk_widget_set_visible (self->vacancy, FALSE);
  show_mark (self);
  comments = remit_comment_mark_show_in (
    remit_comments_count_open (workspace, REMIT_KIND_SLOT, id), GTK_BOX (self->heading),
    &self->comments);
  speak (self, name, filled, need, assignments->len, comments, laid_over);
}

void
remit_slot_card_unbind (RemitSlotCard *self)
{
  if (self->chips != NULL)
    ensure_chips (self, 0);
  ensure_ghosts (self, 0);
  g_clear_object (&self->slot);
  g_clear_object (&self->workspace);
}

gint64
remit_slot_card_get_slot (RemitSlotCard *self)
{
  g_return_val_if_fail (REMIT_IS_SLOT_CARD (self), 0);

  return self->slot != NULL ? remit_entity_get_id (self->slot) : 0;
}

GtkWidget *
remit_slot_card_get_chip (RemitSlotCard *self,
                          gint64 assignment)
{
  GtkWidget *chip;

  g_return_val_if_fail (REMIT_IS_SLOT_CARD (self), NULL);

  for (chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (remit_chip_get_assignment (REMIT_CHIP (chip)) == assignment)
      return chip;
  return NULL;
}

void
remit_slot_card_set_mark (RemitSlotCard *self,
                          RemitVerdict verdict,
                          gboolean target)
{
  remit_verdict_mark_set (GTK_WIDGET (self), verdict, target);
}

void
remit_slot_card_set_target (RemitSlotCard *self,
                            gint64 assignment)
{
  GtkWidget *chip;

  g_return_if_fail (REMIT_IS_SLOT_CARD (self));

  for (chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    remit_style_set_class (chip, "target",
                           assignment != 0
                             && remit_chip_get_assignment (REMIT_CHIP (chip)) == assignment);
}

void
remit_slot_card_set_selected (RemitSlotCard *self,
                              gint64 slot,
                              gint64 person)
{
  g_return_if_fail (REMIT_IS_SLOT_CARD (self));

  self->selected_slot = slot;
  self->selected_person = person;
  show_selected (self);
}

void
remit_slot_card_set_names (RemitSlotCard *self,
                           gboolean names)
{
  g_return_if_fail (REMIT_IS_SLOT_CARD (self));

  if (self->names == names)
    return;
  self->names = names;
  gtk_widget_set_visible (GTK_WIDGET (self->filled), !names);
  gtk_widget_set_visible (GTK_WIDGET (self->needs),
                          !names && *gtk_label_get_label (self->needs) != '\0');
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    remit_chip_set_names (REMIT_CHIP (chip), names);
  for (GtkWidget *ghost = self->ghosts != NULL
                            ? gtk_widget_get_first_child (GTK_WIDGET (self->ghosts)) : NULL;
       ghost != NULL; ghost = gtk_widget_get_next_sibling (ghost))
    remit_ghost_chip_set_names (REMIT_GHOST_CHIP (ghost), names);
}

void
remit_slot_card_set_wraps (RemitSlotCard *self,
                           gboolean wraps)
{
  g_return_if_fail (REMIT_IS_SLOT_CARD (self));

  gtk_label_set_wrap (self->name, wraps);
  gtk_label_set_lines (self->name, wraps ? MAX_LINES : -1);
}

int
remit_slot_card_measure_beside (RemitSlotCard *self,
                                PangoLayout **text)
{
  int all, name;

  g_return_val_if_fail (REMIT_IS_SLOT_CARD (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  gtk_widget_set_visible (GTK_WIDGET (self->needs), FALSE);
  gtk_widget_set_visible (self->vacancy, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &all, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->name), GTK_ORIENTATION_HORIZONTAL, -1, &name, NULL, NULL,
                      NULL);
  *text = pango_layout_copy (gtk_label_get_layout (self->name));
  pango_layout_set_wrap (*text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (*text, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (*text, -MAX_LINES);
  return all - name + MARK_WIDTH;
}

void
remit_slot_card_set_example (RemitSlotCard *self,
                             guint n_chips,
                             gboolean has_needs)
{
  gtk_label_set_label (self->name, "X");
  gtk_label_set_label (self->filled, "100 / 100 %");
  gtk_label_set_label (self->needs, "X");
  gtk_label_set_label (self->vacancy_text, "X");
  gtk_widget_set_visible (GTK_WIDGET (self->needs), has_needs && !self->names);
  gtk_widget_set_visible (self->vacancy, n_chips == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), n_chips > 0);
  ensure_chips (self, n_chips);
  ensure_ghosts (self, 0);
}

void
remit_slot_card_show_findings (RemitSlotCard *self,
                               RemitChecker *checker)
{
  g_auto (RemitFindingMark) mark = { 0 };

  g_return_if_fail (REMIT_IS_SLOT_CARD (self));

  if (self->slot == NULL)
    return;
  remit_finding_mark_get (checker, REMIT_KIND_SLOT, remit_entity_get_id (self->slot),
                          REMIT_KIND_NONE, 0, &mark);
  remit_finding_mark_show_in (&mark, GTK_BOX (self->heading), &self->mark);
  self->is_marked = mark.severity != REMIT_N_SEVERITIES;
  show_mark (self);
}
