/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, kept so that it can be said again in another language. */
#include "remit-message.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "remit-day.h"
#include "remit-percent.h"
#include "remit-phrases.h"

typedef enum {
  TEXT,
  LABEL,
  DAY,
  TIME,
  NUMBER,
  PHRASE,
} Type;

struct _RemitMessage
{
  Type type;
  char *text;           /* or the label, or the phrase; in the singular if there is a plural */
  char *many;           /* the phrase in the plural, or NULL */
  gint64 number;        /* or the day, or the time */
  GPtrArray *arguments; /* of a phrase */
};

static void
clear (RemitMessage *self)
{
  g_free (self->text);
  g_free (self->many);
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
}

static RemitMessage *
create (Type type,
        const char *text,
        gint64 number)
{
  RemitMessage *self = g_atomic_rc_box_new0 (RemitMessage);

  self->type = type;
  self->text = g_strdup (text);
  self->number = number;
  if (type == PHRASE)
    self->arguments = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_message_unref);
  return self;
}

RemitMessage *
remit_message_new (const char *phrase,
                   ...)
{
  RemitMessage *self;
  const char *text;
  va_list texts;

  g_return_val_if_fail (phrase != NULL, NULL);

  self = create (PHRASE, phrase, 0);
  va_start (texts, phrase);
  while ((text = va_arg (texts, const char *)) != NULL)
    remit_message_add_text (self, text);
  va_end (texts);
  return self;
}

RemitMessage *
remit_message_new_with (const char *phrase,
                        ...)
{
  RemitMessage *self;
  RemitMessage *argument;
  va_list arguments;

  g_return_val_if_fail (phrase != NULL, NULL);

  self = create (PHRASE, phrase, 0);
  va_start (arguments, phrase);
  while ((argument = va_arg (arguments, RemitMessage *)) != NULL)
    remit_message_add (self, argument);
  va_end (arguments);
  return self;
}

RemitMessage *
remit_message_new_plural (RemitPlural phrases,
                          gint64 number)
{
  RemitMessage *self = create (PHRASE, phrases.one, 0);

  self->many = g_strdup (phrases.many);
  remit_message_add_number (self, number);
  return self;
}

RemitMessage *
remit_message_new_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return create (TEXT, text, 0);
}

RemitMessage *
remit_message_new_label (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  return create (LABEL, label, 0);
}

RemitMessage *
remit_message_new_day (gint64 day)
{
  return create (DAY, NULL, day);
}

RemitMessage *
remit_message_new_time (gint64 time)
{
  return create (TIME, NULL, time);
}

RemitMessage *
remit_message_join (GPtrArray *parts)
{
  RemitMessage *joined;

  g_return_val_if_fail (parts != NULL && parts->len > 0, NULL);

  joined = remit_message_ref (parts->pdata[0]);
  for (guint i = 1; i < parts->len; i++)
    {
      /* Translators: the beginning of a list and its next item */
      const char *phrase = i + 1 < parts->len ? N_ ("%1$s, %2$s")
                                              /* Translators: a list and its last item */
                                              : N_ ("%1$s and %2$s");
      RemitMessage *longer = remit_message_new (phrase, NULL);

      remit_message_add (longer, joined);
      remit_message_add (longer, remit_message_ref (parts->pdata[i]));
      joined = longer;
    }
  return joined;
}

RemitMessage *
remit_message_ref (RemitMessage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
remit_message_unref (RemitMessage *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

void
remit_message_add (RemitMessage *self,
                   RemitMessage *argument)
{
  g_return_if_fail (self != NULL && self->type == PHRASE);
  g_return_if_fail (argument != NULL);

  g_ptr_array_add (self->arguments, argument);
}

void
remit_message_add_text (RemitMessage *self,
                        const char *text)
{
  remit_message_add (self, remit_message_new_text (text));
}

void
remit_message_add_number (RemitMessage *self,
                          gint64 number)
{
  remit_message_add (self, create (NUMBER, NULL, number));
}

const char *
remit_message_get_phrase (const RemitMessage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == PHRASE && self->many == NULL ? self->text : NULL;
}

const RemitMessage *
remit_message_get_argument (const RemitMessage *self,
                            guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == PHRASE && index < self->arguments->len ? self->arguments->pdata[index]
                                                              : NULL;
}

const char *
remit_message_get_text (const RemitMessage *self)
{
  return self != NULL && self->type == TEXT ? self->text : NULL;
}

gint64
remit_message_get_number (const RemitMessage *self)
{
  return self != NULL ? self->number : 0;
}

gboolean
remit_message_is_empty (const RemitMessage *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->type == TEXT && *self->text == '\0';
}

/* ── Saying it ────────────────────────────────────────────────────────────────────────────── */

/* What stands for an argument in a phrase. */
typedef struct {
  int argument; /* −1 for "%%", and for what is nothing of ours */
  gboolean is_grouped;
  gsize length;
} Place;

/* Which of the words between braces in the phrase is it? */
static int
find_brace (const char *phrase,
            const char *name,
            gsize length)
{
  int n = 0;

  for (const char *open = strchr (phrase, '{'); open != NULL; open = strchr (open + 1, '{'), n++)
    if (strncmp (open, name, length) == 0)
      return n;
  return -1;
}

/* Returns: whether @text, which begins with a per cent sign, is what printf() takes for an
 * argument, or for a per cent sign */
static gboolean
read_directive (const char *text,
                int *next,
                Place *place)
{
  const char *end = text + 1;
  gint64 number = 0;

  while (g_ascii_isdigit (*end) && number < 1000)
    number = 10 * number + g_ascii_digit_value (*end++);
  if (*end == '$')
    end++;
  else
    {
      end = text + 1;
      number = 0;
    }
  place->is_grouped = *end == '\'';
  end += strspn (end, "'lhzj");
  if (*end == '\0' || strchr ("%sdiu", *end) == NULL)
    return FALSE;
  place->argument = *end == '%' ? -1 : number > 0 ? (int) number - 1 : (*next)++;
  place->length = (gsize) (end + 1 - text);
  return TRUE;
}

static gboolean
read_place (const RemitMessage *self,
            const char *text,
            int *next,
            Place *place)
{
  const char *close;

  *place = (Place){ -1, FALSE, 0 };
  if (*text == '%')
    return read_directive (text, next, place);
  close = strchr (text, '}');
  if (close == NULL)
    return FALSE;
  place->length = (gsize) (close + 1 - text);
  place->argument = find_brace (self->text, text, place->length);
  return place->argument >= 0;
}

static char *
say_argument (const RemitMessage *self,
              const Place *place)
{
  const RemitMessage *argument = self->arguments->pdata[place->argument];

  if (argument->type == NUMBER && place->is_grouped)
    return g_strdup_printf ("%'" PRId64, argument->number);
  return remit_message_say (argument);
}

static void
fill_place (const RemitMessage *self,
            const char *phrase,
            int *next,
            Place *place,
            GString *said)
{
  g_autofree char *argument = NULL;

  if (!read_place (self, phrase, next, place) || place->argument >= (int) self->arguments->len)
    {
      place->length = MAX (place->length, 1);
      g_string_append_len (said, phrase, (gssize) place->length);
    }
  else if (place->argument < 0)
    g_string_append_c (said, '%');
  else
    {
      argument = say_argument (self, place);
      g_string_append (said, argument);
    }
}

static char *
fill_in (const RemitMessage *self,
         const char *phrase)
{
  GString *said = g_string_new (NULL);
  int next = 0;

  while (*phrase != '\0')
    {
      gsize plain = strcspn (phrase, "%{");
      Place place = { 0 };

      g_string_append_len (said, phrase, (gssize) plain);
      phrase += plain;
      if (*phrase != '\0')
        fill_place (self, phrase, &next, &place, said);
      phrase += place.length;
    }
  return g_string_free (said, FALSE);
}

/* Returns: what a phrase depends on that has a plural */
static gulong
get_number (const RemitMessage *self)
{
  for (guint i = 0; i < self->arguments->len; i++)
    {
      const RemitMessage *argument = self->arguments->pdata[i];

      if (argument->type == NUMBER)
        return (gulong) argument->number;
    }
  return 0;
}

static char *
say_phrase (const RemitMessage *self)
{
  const char *phrase = remit_phrase_get_current (self->text);

  if (self->many != NULL)
    phrase = ngettext (phrase, remit_phrase_get_current_plural (self->many), get_number (self));
  else if (*phrase != '\0')
    phrase = _ (phrase);
  return self->arguments->len > 0 ? remit_percent_keep (fill_in (self, phrase)) : g_strdup (phrase);
}

char *
remit_message_say (const RemitMessage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->type)
    {
    case LABEL:
      return remit_label_dup_in_sentence (remit_phrase_get_current (self->text));
    case DAY:
      return remit_day_display (self->number);
    case TIME:
      return remit_time_display (self->number);
    case NUMBER:
      return g_strdup_printf ("%" PRId64, self->number);
    case PHRASE:
      return say_phrase (self);
    case TEXT:
    default:
      return g_strdup (self->text);
    }
}

/* ── In JSON ──────────────────────────────────────────────────────────────────────────────── */

static JsonNode *to_node (const RemitMessage *self);

static JsonNode *
to_object (const char *name,
           const char *value)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_init_object (json_node_alloc (), object);

  json_object_set_string_member (object, name, value);
  json_object_unref (object);
  return node;
}

static void
add_beginning (const RemitMessage *self,
               JsonArray *array)
{
  JsonArray *both;

  if (self->many == NULL)
    {
      json_array_add_string_element (array, self->text);
      return;
    }
  both = json_array_new ();
  json_array_add_string_element (both, self->text);
  json_array_add_string_element (both, self->many);
  json_array_add_array_element (array, both);
}

static JsonNode *
to_array (const RemitMessage *self)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  add_beginning (self, array);
  for (guint i = 0; i < self->arguments->len; i++)
    json_array_add_element (array, to_node (self->arguments->pdata[i]));
  json_array_unref (array);
  return node;
}

static JsonNode *
to_node (const RemitMessage *self)
{
  g_autofree char *time = NULL;
  char day[11];

  switch (self->type)
    {
    case LABEL:
      return to_object ("label", self->text);
    case DAY:
      remit_day_format (self->number, day);
      return to_object ("day", day);
    case TIME:
      time = remit_time_format (self->number);
      return to_object ("time", time);
    case NUMBER:
      return json_node_init_int (json_node_alloc (), self->number);
    case PHRASE:
      return to_array (self);
    case TEXT:
    default:
      return json_node_init_string (json_node_alloc (), self->text);
    }
}

char *
remit_message_write (const RemitMessage *self)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  root = to_node (self);
  return json_to_string (root, FALSE);
}

/* A text from a file may be nested deeper than the stack is. */
#define MAX_NESTED 256

static gboolean
is_shallow (const char *text)
{
  int n = 0;

  for (const char *open = strpbrk (text, "[{"); open != NULL; open = strpbrk (open + 1, "[{"))
    if (++n > MAX_NESTED)
      return FALSE;
  return TRUE;
}

static RemitMessage *read_node (JsonNode *node);

/* Returns: (nullable): the string that a node is */
static const char *
read_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* Reads a phrase, or its singular and plural. */
static RemitMessage *
read_beginning (JsonNode *node)
{
  JsonArray *both = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *one, *many;
  RemitMessage *self;

  if (both == NULL)
    return read_string (node) != NULL ? create (PHRASE, read_string (node), 0) : NULL;
  if (json_array_get_length (both) != 2)
    return NULL;
  one = read_string (json_array_get_element (both, 0));
  many = read_string (json_array_get_element (both, 1));
  if (one == NULL || many == NULL)
    return NULL;
  self = create (PHRASE, one, 0);
  self->many = g_strdup (many);
  return self;
}

static RemitMessage *
read_phrase (JsonArray *array)
{
  guint n = json_array_get_length (array);
  g_autoptr (RemitMessage) self = n > 0 ? read_beginning (json_array_get_element (array, 0)) : NULL;

  for (guint i = 1; self != NULL && i < n; i++)
    {
      RemitMessage *argument = read_node (json_array_get_element (array, i));

      if (argument == NULL)
        return NULL;
      remit_message_add (self, argument);
    }
  return g_steal_pointer (&self);
}

static RemitMessage *
read_object (JsonObject *object)
{
  const char *label = read_string (json_object_get_member (object, "label"));
  const char *day = read_string (json_object_get_member (object, "day"));
  const char *time = read_string (json_object_get_member (object, "time"));

  if (label != NULL && *label != '\0')
    return create (LABEL, label, 0);
  if (time != NULL)
    return create (TIME, NULL, remit_time_parse (time));
  return day != NULL ? create (DAY, NULL, remit_day_parse (day)) : NULL;
}

static RemitMessage *
read_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return read_phrase (json_node_get_array (node));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_object (json_node_get_object (node));
  if (read_string (node) != NULL)
    return create (TEXT, read_string (node), 0);
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
           ? create (NUMBER, NULL, json_node_get_int (node))
           : NULL;
}

RemitMessage *
remit_message_read (const char *text)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_shallow (text))
    root = json_from_string (text, NULL);
  return root != NULL ? read_node (root) : NULL;
}
