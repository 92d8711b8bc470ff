/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule has found, and on what. */
#include "remit-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RemitFinding
{
  GObject parent_instance;

  RemitRule *rule;
  RemitSeverity severity;
  gint64 subjects[REMIT_N_SUBJECTS];
  char *message;
  char *when;
  GPtrArray *repairs;
  RemitRecord *waiver;
};

G_DEFINE_FINAL_TYPE (RemitFinding, remit_finding, G_TYPE_OBJECT)

RemitKind
remit_subject_get_kind (guint subject)
{
  g_return_val_if_fail (subject < REMIT_N_SUBJECTS, REMIT_KIND_NONE);

  return remit_waiver_info.fields[remit_waiver_get_subject_field (subject)].target;
}

int
remit_subject_find (RemitKind kind)
{
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    if (remit_subject_get_kind (i) == kind)
      return (int) i;
  return -1;
}

static void
remit_finding_finalize (GObject *object)
{
  RemitFinding *self = REMIT_FINDING (object);

  g_clear_pointer (&self->rule, remit_rule_unref);
  g_free (self->message);
  g_free (self->when);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  g_clear_pointer (&self->waiver, remit_record_free);
  G_OBJECT_CLASS (remit_finding_parent_class)->finalize (object);
}

static void
remit_finding_class_init (RemitFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_finding_finalize;
}

static void
remit_finding_init (RemitFinding *self G_GNUC_UNUSED)
{
}

RemitFinding *
remit_finding_new (RemitRule *rule,
                   RemitSeverity severity,
                   const gint64 subjects[REMIT_N_SUBJECTS],
                   const char *message,
                   const char *when)
{
  RemitFinding *self = g_object_new (REMIT_TYPE_FINDING, NULL);

  self->rule = rule != NULL ? remit_rule_ref (rule) : NULL;
  self->severity = severity;
  if (subjects != NULL)
    memcpy (self->subjects, subjects, sizeof self->subjects);
  self->message = g_strdup (message);
  self->when = g_strdup (when);
  return self;
}

void
remit_finding_add_line (RemitFinding *self,
                        RemitSeverity severity,
                        const char *message)
{
  char *longer;

  g_return_if_fail (REMIT_IS_FINDING (self));

  self->severity = MIN (self->severity, severity);
  longer = g_strconcat (self->message, "\n", message, NULL);
  g_free (self->message);
  self->message = longer;
}

gboolean
remit_finding_is_meant_by (RemitFinding *self,
                           const RemitRecord *waiver)
{
  if (!g_str_equal (remit_finding_get_rule_id (self),
                    remit_record_get_text (waiver, REMIT_WAIVER_RULE)))
    return FALSE;
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    if (self->subjects[i]
        != remit_record_get_integer (waiver, remit_waiver_get_subject_field (i)))
      return FALSE;
  return TRUE;
}

void
remit_finding_set_waiver (RemitFinding *self,
                          const RemitRecord *waiver)
{
  g_return_if_fail (REMIT_IS_FINDING (self));

  g_clear_pointer (&self->waiver, remit_record_free);
  self->waiver = remit_record_copy (waiver);
}

const char *
remit_finding_get_rule_id (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->rule != NULL ? self->rule->id : "RULE";
}

RemitRule *
remit_finding_get_rule (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->rule;
}

RemitSeverity
remit_finding_get_severity (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), REMIT_SEVERITY_ERROR);

  return self->severity;
}

const char *
remit_finding_get_title (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->rule != NULL ? self->rule->title : _ ("Rule cannot be used");
}

RemitMessage *
remit_finding_describe_title (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return remit_message_new (self->rule != NULL ? self->rule->phrase : N_ ("Rule cannot be used"),
                            NULL);
}

const char *
remit_finding_get_message (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->message;
}

gint64
remit_finding_get_subject (RemitFinding *self,
                           RemitKind kind)
{
  int subject = remit_subject_find (kind);

  g_return_val_if_fail (REMIT_IS_FINDING (self), 0);

  return subject >= 0 ? self->subjects[subject] : 0;
}

gboolean
remit_finding_is_about (RemitFinding *self,
                        RemitKind kind,
                        gint64 id)
{
  return id != 0 && remit_finding_get_subject (self, kind) == id;
}

const RemitRecord *
remit_finding_get_waiver (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->waiver;
}

GPtrArray *
remit_finding_get_repairs (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  if (self->repairs != NULL)
    return self->repairs;
  self->repairs = g_ptr_array_new ();
  for (guint i = 0; self->rule != NULL && i < self->rule->repairs->len; i++)
    {
      RemitRuleRepair *repair = g_ptr_array_index (self->rule->repairs, i);

      if (repair->when == NULL || g_strcmp0 (repair->when, self->when) == 0)
        g_ptr_array_add (self->repairs, repair);
    }
  return self->repairs;
}

guint
remit_finding_hash (gconstpointer finding)
{
  const RemitFinding *self = finding;
  guint hash = g_direct_hash (self->rule);

  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    hash = hash * 31 + g_int64_hash (&self->subjects[i]);
  return hash;
}

gboolean
remit_finding_equal (gconstpointer a,
                     gconstpointer b)
{
  const RemitFinding *first = a;
  const RemitFinding *second = b;

  return g_str_equal (remit_finding_get_rule_id ((RemitFinding *) a),
                      remit_finding_get_rule_id ((RemitFinding *) b))
         && memcmp (first->subjects, second->subjects, sizeof first->subjects) == 0
         && (first->rule != NULL || g_str_equal (first->message, second->message));
}

static gboolean
is_same_waiver (const RemitRecord *a,
                const RemitRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return remit_record_get_id (a) == remit_record_get_id (b) && remit_record_is_equal (a, b);
}

gboolean
remit_finding_says_same (RemitFinding *self,
                         RemitFinding *other)
{
  return self->severity == other->severity && g_str_equal (self->message, other->message)
         && g_strcmp0 (self->when, other->when) == 0
         && is_same_waiver (self->waiver, other->waiver);
}
