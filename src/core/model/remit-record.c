/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: the values of one entity, without an identity in memory. */
#include "remit-record.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "remit-day.h"
#include "remit-duration.h"
#include "remit-id.h"
#include "remit-money.h"
#include "remit-periods.h"
#include "remit-zone.h"

typedef union {
  gint64 integer;
  char *text;
} RemitValue;

struct _RemitRecord
{
  const RemitEntityInfo *info;
  gint64 id;
  RemitValue values[];
};

static char no_text[] = "";

static void
clear_text (RemitValue *value)
{
  if (value->text != no_text)
    g_free (value->text);
  value->text = no_text;
}

static void
set_initial (RemitRecord *self,
             guint field)
{
  if (remit_field_is_text (&self->info->fields[field]))
    self->values[field].text = no_text;
  else
    self->values[field].integer = self->info->fields[field].initial;
}

RemitRecord *
remit_record_new (RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  RemitRecord *self = g_malloc (sizeof *self + info->n_fields * sizeof (RemitValue));

  self->info = info;
  self->id = 0;
  for (guint i = 0; i < info->n_fields; i++)
    set_initial (self, i);

  return self;
}

RemitRecord *
remit_record_copy (const RemitRecord *self)
{
  RemitRecord *copy = remit_record_new (self->info->kind);

  copy->id = self->id;
  for (guint i = 0; i < self->info->n_fields; i++)
    remit_record_copy_field (copy, self, i);

  return copy;
}

void
remit_record_reset (RemitRecord *self)
{
  self->id = 0;
  for (guint i = 0; i < self->info->n_fields; i++)
    {
      if (remit_field_is_text (&self->info->fields[i]))
        clear_text (&self->values[i]);
      set_initial (self, i);
    }
}

void
remit_record_free (RemitRecord *self)
{
  remit_record_reset (self);
  g_free (self);
}

RemitKind
remit_record_get_kind (const RemitRecord *self)
{
  return self->info->kind;
}

const RemitEntityInfo *
remit_record_get_info (const RemitRecord *self)
{
  return self->info;
}

gint64
remit_record_get_id (const RemitRecord *self)
{
  return self->id;
}

void
remit_record_set_id (RemitRecord *self,
                     gint64 id)
{
  self->id = id;
}

gint64
remit_record_get_integer (const RemitRecord *self,
                          guint field)
{
  g_assert (field < self->info->n_fields);
  g_assert (!remit_field_is_text (&self->info->fields[field]));

  return self->values[field].integer;
}

gboolean
remit_record_set_integer (RemitRecord *self,
                          guint field,
                          gint64 value)
{
  g_assert (field < self->info->n_fields);
  g_assert (!remit_field_is_text (&self->info->fields[field]));

  if (self->values[field].integer == value)
    return FALSE;
  self->values[field].integer = value;
  return TRUE;
}

const char *
remit_record_get_text (const RemitRecord *self,
                       guint field)
{
  g_assert (field < self->info->n_fields);
  g_assert (remit_field_is_text (&self->info->fields[field]));

  return self->values[field].text;
}

gboolean
remit_record_set_text (RemitRecord *self,
                       guint field,
                       const char *value)
{
  g_assert (field < self->info->n_fields);
  g_assert (remit_field_is_text (&self->info->fields[field]));

  if (g_strcmp0 (self->values[field].text, value) == 0)
    return FALSE;
  if (value == self->values[field].text)
    return FALSE;

  clear_text (&self->values[field]);
  if (value != NULL && *value != '\0')
    self->values[field].text = g_strdup (value);
  return TRUE;
}

gboolean
remit_record_is_same (const RemitRecord *self,
                      const RemitRecord *other,
                      guint field)
{
  g_assert (self->info == other->info);

  if (remit_field_is_text (&self->info->fields[field]))
    return strcmp (self->values[field].text, other->values[field].text) == 0;
  return self->values[field].integer == other->values[field].integer;
}

gboolean
remit_record_is_equal (const RemitRecord *self,
                       const RemitRecord *other)
{
  for (guint i = 0; i < self->info->n_fields; i++)
    if (!remit_record_is_same (self, other, i))
      return FALSE;
  return TRUE;
}

gboolean
remit_record_is_initial (const RemitRecord *self,
                         guint field)
{
  if (remit_field_is_text (&self->info->fields[field]))
    return *self->values[field].text == '\0';
  return self->values[field].integer == self->info->fields[field].initial;
}

void
remit_record_clear_field (RemitRecord *self,
                          guint field)
{
  if (remit_field_is_text (&self->info->fields[field]))
    remit_record_set_text (self, field, "");
  else
    self->values[field].integer = self->info->fields[field].initial;
}

void
remit_record_copy_field (RemitRecord *self,
                         const RemitRecord *other,
                         guint field)
{
  g_assert (self->info == other->info);

  if (remit_field_is_text (&self->info->fields[field]))
    remit_record_set_text (self, field, other->values[field].text);
  else
    self->values[field].integer = other->values[field].integer;
}

static gboolean
refuse (const RemitField *field,
        GError **error,
        const char *text,
        const char *expected)
{
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: a field's name, its value, and what the value should be */
               _ ("%s: “%.80s” is not %s"), remit_field_get_label (field), text, expected);
  return FALSE;
}

static gboolean
parse_number (const RemitField *field,
              const char *text,
              gint64 *number,
              GError **error)
{
  if (*text == '\0' || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, number, NULL))
    return refuse (field, error, text, _ ("a whole number"));
  return TRUE;
}

static gboolean
parse_boolean (const RemitField *field,
               const char *text,
               gint64 *number,
               GError **error)
{
  if (strcmp (text, "true") == 0 || strcmp (text, "1") == 0)
    *number = TRUE;
  else if (strcmp (text, "false") == 0 || strcmp (text, "0") == 0)
    *number = FALSE;
  else
    return refuse (field, error, text, _ ("“true” or “false”"));
  return TRUE;
}

static gboolean
parse_enum (const RemitField *field,
            const char *text,
            gint64 *number,
            GError **error)
{
  g_autoptr (GString) nicks = NULL;

  *number = remit_choice_find (field->choices, text);
  if (*number >= 0)
    return TRUE;

  nicks = g_string_new (NULL);
  for (const RemitChoice *choice = field->choices; choice->nick != NULL; choice++)
    g_string_append_printf (nicks, "%s“%s”", nicks->len > 0 ? ", " : "", choice->nick);
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: a field's name, its value, and the list of the values it can have */
               _ ("%s: “%.80s” is not one of %s"), remit_field_get_label (field), text, nicks->str);
  return FALSE;
}

gboolean
remit_record_parse (RemitRecord *self,
                    guint field,
                    const char *text,
                    GError **error)
{
  const RemitField *info = &self->info->fields[field];
  gint64 number = 0;

  switch (info->kind)
    {
    case REMIT_FIELD_TEXT:
      remit_record_set_text (self, field, text);
      return remit_record_check_field (self, field, error);

    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
      if (!parse_number (info, text, &number, error))
        return FALSE;
      break;

    case REMIT_FIELD_BOOLEAN:
      if (!parse_boolean (info, text, &number, error))
        return FALSE;
      break;

    case REMIT_FIELD_DATE:
      number = remit_day_parse (text);
      if (number == 0 && *text != '\0')
        return refuse (info, error, text, _ ("a date such as 2026-03-31"));
      break;

    case REMIT_FIELD_TIME:
      number = remit_time_parse (text);
      if (number == 0 && *text != '\0')
        return refuse (info, error, text, _ ("a time such as 2026-03-31T12:00:00Z"));
      break;

    case REMIT_FIELD_DURATION:
      if (!remit_duration_parse (text, &number))
        return refuse (info, error, text,
                       _ ("a duration such as 2 days, 16 hours, 30 min or PT48H"));
      break;

    case REMIT_FIELD_ENUM:
      if (!parse_enum (info, text, &number, error))
        return FALSE;
      break;

    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
      number = remit_id_parse (text);
      if (number == 0 && *text != '\0')
        return refuse (info, error, text, _ ("an id of 16 hexadecimal digits"));
      break;

    default:
      g_assert_not_reached ();
    }

  self->values[field].integer = number;
  return remit_record_check_field (self, field, error);
}

char *
remit_record_format (const RemitRecord *self,
                     guint field)
{
  const RemitField *info = &self->info->fields[field];
  gint64 integer = self->values[field].integer;
  char buffer[17] = "";

  switch (info->kind)
    {
    case REMIT_FIELD_TEXT:
      return g_strdup (self->values[field].text);
    case REMIT_FIELD_BOOLEAN:
      return g_strdup (integer ? "true" : "false");
    case REMIT_FIELD_DATE:
      remit_day_format (integer, buffer);
      return g_strdup (buffer);
    case REMIT_FIELD_TIME:
      return remit_time_format (integer);
    case REMIT_FIELD_DURATION:
      return remit_duration_format (integer);
    case REMIT_FIELD_ENUM:
      return g_strdup (info->choices[integer].nick);
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
      if (integer != 0)
        remit_id_format (integer, buffer);
      return g_strdup (buffer);
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
    }
}

/* What is said with a number before it. */
static RemitMessage *
describe_number (const char *phrase,
                 gint64 number)
{
  RemitMessage *message = remit_message_new (phrase, NULL);

  remit_message_add_number (message, number);
  return message;
}

/* @text: (transfer full) */
static RemitMessage *
describe_text (char *text)
{
  g_autofree char *owned = text;

  return remit_message_new_text (owned);
}

RemitMessage *
remit_record_describe (const RemitRecord *self,
                       guint field)
{
  const RemitField *info = &self->info->fields[field];
  gint64 integer = self->values[field].integer;
  RemitMessage *message;

  switch (info->kind)
    {
    case REMIT_FIELD_PERCENT:
      /* Translators: a number of percent */
      return describe_number (N_ ("%d %%"), integer);
    case REMIT_FIELD_BOOLEAN:
      return remit_message_new (integer ? N_ ("yes") : N_ ("no"), NULL);
    case REMIT_FIELD_DATE:
      return remit_message_new_day (integer);
    case REMIT_FIELD_TIME:
      return remit_message_new_time (integer);
    case REMIT_FIELD_DURATION:
      return describe_text (remit_duration_display (integer));
    case REMIT_FIELD_ENUM:
      return remit_message_new (info->choices[integer].label, NULL);
    case REMIT_FIELD_INTEGER:
      if (info->choices == NULL)
        return describe_text (remit_record_format (self, field));
      message = describe_number ("%1$d · %2$s", integer);
      remit_message_add (message, remit_message_new (info->choices[integer].label, NULL));
      return message;
    case REMIT_FIELD_TEXT:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      return describe_text (remit_record_format (self, field));
    }
}

char *
remit_record_display (const RemitRecord *self,
                      guint field)
{
  g_autoptr (RemitMessage) message = NULL;

  if (self->info->fields[field].kind == REMIT_FIELD_TEXT)
    return remit_record_format (self, field);
  message = remit_record_describe (self, field);
  return remit_message_say (message);
}

static gboolean
check_text (const RemitField *field,
            const char *text,
            GError **error)
{
  gint64 maximum = field->maximum != 0 ? field->maximum : REMIT_TEXT_MAX;
  gsize length = strlen (text);

  if (length > (gsize) maximum)
    {
      g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
                   /* Translators: a field's name, and two numbers of bytes */
                   _ ("%s: the text is %" PRId64 " bytes long; at most %" PRId64 " are allowed"),
                   remit_field_get_label (field), (gint64) length, maximum);
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
                   _ ("%s: the text is not UTF-8"), remit_field_get_label (field));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_zone (const RemitField *field,
            const char *text,
            GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;

  if (!(field->flags & REMIT_FIELD_ZONE) || *text == '\0')
    return TRUE;
  zone = remit_zone_find (text);
  return zone != NULL
         || refuse (field, error, text, _ ("a known time zone, such as Europe/Berlin"));
}

static gboolean
check_periods (const RemitField *field,
               const char *text,
               GError **error)
{
  g_autoptr (GArray) periods = NULL;

  if (!(field->flags & REMIT_FIELD_PERIODS))
    return TRUE;
  periods = remit_periods_parse (text);
  return periods != NULL
         || refuse (field, error, text, _ ("periods such as “2026-01-01/2026-03-31 50%; "
                                           "2026-04-01/.. 80%”"));
}

static gboolean
check_money (const RemitField *field,
             const char *text,
             GError **error)
{
  return !(field->flags & REMIT_FIELD_MONEY) || *text == '\0'
         || remit_money_parse (text, NULL, NULL)
         || refuse (field, error, text, _ ("an amount with its currency, such as 650.00 EUR"));
}

static gboolean
check_number (const RemitField *field,
              gint64 number,
              GError **error)
{
  gint64 minimum = field->minimum;
  gint64 maximum = field->maximum;

  if (minimum == 0 && maximum == 0)
    return TRUE;
  if (number >= minimum && number <= maximum)
    return TRUE;

  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: a field's name, its value, and the smallest and largest allowed */
               _ ("%s: %" PRId64 " is not between %" PRId64 " and %" PRId64),
               remit_field_get_label (field), number, minimum, maximum);
  return FALSE;
}

static gboolean
check_duration (const RemitField *field,
                gint64 minutes,
                GError **error)
{
  g_autofree char *given = NULL;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (minutes >= field->minimum && minutes <= field->maximum)
    return TRUE;
  given = remit_duration_display (minutes);
  least = remit_duration_display (field->minimum);
  most = remit_duration_display (field->maximum);
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: a field's name, a span of time, the shortest and longest allowed */
               _ ("%s: %s is not between %s and %s"), remit_field_get_label (field), given, least,
               most);
  return FALSE;
}

static gboolean
is_missing (const RemitRecord *self,
            guint field)
{
  if (!(self->info->fields[field].flags & REMIT_FIELD_REQUIRED))
    return FALSE;
  if (remit_field_is_text (&self->info->fields[field]))
    return *self->values[field].text == '\0';
  return self->values[field].integer == 0;
}

gboolean
remit_record_check_field (const RemitRecord *self,
                          guint field,
                          GError **error)
{
  const RemitField *info = &self->info->fields[field];

  if (is_missing (self, field))
    {
      g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
                   /* Translators: the name of a field */
                   _ ("%s must not be empty"), remit_field_get_label (info));
      return FALSE;
    }

  switch (info->kind)
    {
    case REMIT_FIELD_TEXT:
      return check_text (info, self->values[field].text, error)
             && check_zone (info, self->values[field].text, error)
             && check_periods (info, self->values[field].text, error)
             && check_money (info, self->values[field].text, error);
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
      return check_number (info, self->values[field].integer, error);
    case REMIT_FIELD_DURATION:
      return check_duration (info, self->values[field].integer, error);
    case REMIT_FIELD_BOOLEAN:
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_ENUM:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      return TRUE;
    }
}

static gboolean
has_day (const RemitRecord *self)
{
  for (guint i = 0; i < self->info->n_fields; i++)
    if (self->info->fields[i].kind == REMIT_FIELD_DATE && self->values[i].integer != 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_span (const RemitRecord *self,
            GError **error)
{
  int from = remit_entity_info_find_field (self->info, "from");
  int until = remit_entity_info_find_field (self->info, "until");
  g_autofree char *from_text = NULL;
  g_autofree char *until_text = NULL;

  if (from < 0 || until < 0 || self->values[from].integer == 0 || self->values[until].integer == 0
      || self->values[from].integer <= self->values[until].integer)
    return TRUE;

  from_text = remit_record_display (self, (guint) from);
  until_text = remit_record_display (self, (guint) until);
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: two dates */
               _ ("The first day, %s, is after the last, %s"), from_text, until_text);
  return FALSE;
}

/* Returns: the next alternative from @field on that is there, or the number of fields */
static guint
find_alternative (const RemitRecord *self,
                  guint field)
{
  while (field < self->info->n_fields
         && (!(self->info->fields[field].flags & REMIT_FIELD_ALTERNATIVE)
             || self->values[field].integer == 0))
    field++;
  return field;
}

RemitKind
remit_record_get_alternative (const RemitRecord *self,
                              gint64 *id)
{
  guint field;

  g_return_val_if_fail (self != NULL, REMIT_KIND_NONE);

  field = find_alternative (self, 0);
  *id = field < self->info->n_fields ? self->values[field].integer : 0;
  return field < self->info->n_fields ? self->info->fields[field].target : REMIT_KIND_NONE;
}

static gboolean
check_alternatives (const RemitRecord *self,
                    GError **error)
{
  guint first = find_alternative (self, 0);
  guint second = find_alternative (self, first + 1);

  if (second >= self->info->n_fields)
    return TRUE;
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: a kind of thing, and the names of two of its fields */
               _ ("%s: either %s or %s, not both"), _ (self->info->label),
               remit_field_get_label (&self->info->fields[first]),
               remit_field_get_label (&self->info->fields[second]));
  return FALSE;
}

gboolean
remit_record_check (const RemitRecord *self,
                    GError **error)
{
  for (guint i = 0; i < self->info->n_fields; i++)
    if (!remit_record_check_field (self, i, error))
      return FALSE;
  return check_alternatives (self, error) && (!has_day (self) || check_span (self, error));
}
