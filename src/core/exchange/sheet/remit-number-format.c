/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a workbook shows numbers, and the text for them that says the same without a format. */
#include "remit-number-format.h"

#include <math.h>
#include <string.h>

#define SECONDS_A_DAY 86400
/* The day 1 is 1900-01-01, or 1904-01-02, as GDate counts; and the last is 9999-12-31. */
#define DAY_0 693595
#define DAY_0_OF_1904 695056
#define LAST_DAY 2958465
/* There is no 1900-02-29, though spreadsheets count it. */
#define LEAP_1900 60

/* ── Codes ────────────────────────────────────────────────────────────────────────────────── */

/* What is found in a code. */
typedef struct {
  gboolean has_percent;
  gboolean has_day;   /* a year, a day, or a month in words */
  gboolean has_month; /* or minutes, as both are m */
  gboolean has_time;
  gboolean has_elapsed;
  gboolean has_other;
  guint n_zeroes;
} Found;

/* Returns: behind [$-407], [Red], [>=100] or [hh], the last of which is a time that goes on */
static const char *
skip_bracket (const char *code,
              Found *found)
{
  const char *end = strchr (code, ']');
  gsize length = end != NULL ? (gsize) (end - code - 1) : 0;

  if (end == NULL)
    return code + strlen (code);
  if (length > 0 && strspn (code + 1, "hHmMsS") == length)
    found->has_elapsed = TRUE;
  return end + 1;
}

/* Returns: behind a text in quotes, or a character that stands for itself, if there is one */
static const char *
skip_literal (const char *code)
{
  const char *end;

  switch (*code)
    {
    case '"':
      end = strchr (code + 1, '"');
      return end != NULL ? end + 1 : code + strlen (code);
    case '\\':
    case '_':
    case '*':
      return code[1] != '\0' ? g_utf8_next_char (code + 1) : code + 1;
    default:
      return code;
    }
}

static const char *
skip_word (const char *code,
           Found *found)
{
  if (g_ascii_strncasecmp (code, "general", 7) == 0)
    return code + 7;
  if (g_ascii_strncasecmp (code, "am/pm", 5) == 0 || g_ascii_strncasecmp (code, "a/p", 3) == 0)
    {
      found->has_time = TRUE;
      return strchr (code, '/') + (g_ascii_tolower (code[1]) == 'm' ? 3 : 2);
    }
  return code;
}

static void
look_at (const char *code,
         Found *found)
{
  switch (g_ascii_tolower (*code))
    {
    case 'y':
    case 'd':
      found->has_day = TRUE;
      return;
    case 'e': /* a year, too, but for 0.0E+00 */
      found->has_day |= code[1] != '+' && code[1] != '-' && found->n_zeroes == 0;
      return;
    case 'm':
      found->has_month = TRUE;
      return;
    case 'h':
    case 's':
      found->has_time = TRUE;
      return;
    case '%':
      found->has_percent = TRUE;
      return;
    case '0':
      found->n_zeroes++;
      return;
    default:
      found->has_other = TRUE;
    }
}

/* Only the first of up to four parts, which is for positive numbers. */
static Found
find_parts (const char *code)
{
  Found found = { 0 };

  while (*code != '\0' && *code != ';')
    {
      const char *before = code;

      if (*code == '[')
        code = skip_bracket (code, &found);
      if (code == before)
        code = skip_literal (code);
      if (code == before)
        code = skip_word (code, &found);
      if (code == before)
        look_at (code++, &found);
    }
  return found;
}

RemitNumberFormat
remit_number_format_parse (const char *code)
{
  Found found = find_parts (code);

  if (found.has_elapsed)
    return (RemitNumberFormat){ .kind = REMIT_NUMBER_DURATION };
  if (found.has_day || (found.has_month && !found.has_time))
    return (RemitNumberFormat){ .kind = found.has_time ? REMIT_NUMBER_MOMENT : REMIT_NUMBER_DAY };
  if (found.has_time)
    return (RemitNumberFormat){ .kind = REMIT_NUMBER_TIME };
  if (found.has_percent)
    return (RemitNumberFormat){ .kind = REMIT_NUMBER_PERCENT };
  if (found.n_zeroes > 1 && !found.has_other)
    return (RemitNumberFormat){ .kind = REMIT_NUMBER_DIGITS, .n_digits = MIN (found.n_zeroes, 32) };
  return (RemitNumberFormat){ .kind = REMIT_NUMBER_PLAIN };
}

static gboolean
is_between (guint id,
            guint first,
            guint last)
{
  return id >= first && id <= last;
}

RemitNumberFormat
remit_number_format_get_known (guint id)
{
  RemitNumberKind kind = REMIT_NUMBER_PLAIN;

  /* the ones from 27 on are of East Asia, those from 67 on of Thailand */
  if (id == 9 || id == 10 || id == 67 || id == 68)
    kind = REMIT_NUMBER_PERCENT;
  else if (is_between (id, 14, 17) || is_between (id, 27, 31) || id == 36
           || is_between (id, 50, 58) || is_between (id, 71, 74))
    kind = REMIT_NUMBER_DAY;
  else if (is_between (id, 18, 21) || is_between (id, 32, 35) || id == 45 || id == 47
           || is_between (id, 75, 76) || id == 78 || id == 79)
    kind = REMIT_NUMBER_TIME;
  else if (id == 22 || id == 77)
    kind = REMIT_NUMBER_MOMENT;
  else if (id == 46 || id == 80)
    kind = REMIT_NUMBER_DURATION;
  return (RemitNumberFormat){ .kind = kind };
}

/* ── Numbers ──────────────────────────────────────────────────────────────────────────────── */

static void
add_plain (GString *text,
           double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return;
  if (number == trunc (number) && fabs (number) < 1e17)
    g_string_append_printf (text, "%.0f", number + 0.0);
  else
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.15g", number));
}

static void
add_time (GString *text,
          gint64 seconds)
{
  g_string_append_printf (text, "%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60));
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02d", (int) (seconds % 60));
}

/* Returns: the day as GDate counts, or 0 when it is none */
static guint32
find_julian (gint64 day,
             gboolean from_1904)
{
  if (from_1904)
    return day >= 0 && day <= LAST_DAY ? (guint32) (DAY_0_OF_1904 + day) : 0;
  if (day < 1 || day == LEAP_1900 || day > LAST_DAY)
    return 0;
  return (guint32) (DAY_0 + day - (day > LEAP_1900));
}

static void
add_moment (GString *text,
            double number,
            gboolean with_time,
            gboolean from_1904)
{
  gint64 seconds = fabs (number) < LAST_DAY * 2.0 ? llround (number * SECONDS_A_DAY) : -1;
  guint32 julian = seconds >= 0 ? find_julian (seconds / SECONDS_A_DAY, from_1904) : 0;
  GDate date;

  if (seconds == 0 && !from_1904)
    return;
  if (julian == 0)
    {
      add_plain (text, number);
      return;
    }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_string_append_printf (text, "%04d-%02d-%02d", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
  if (!with_time || seconds % SECONDS_A_DAY == 0)
    return;
  g_string_append_c (text, ' ');
  add_time (text, seconds % SECONDS_A_DAY);
}

static void
add_duration (GString *text,
              double number,
              gboolean goes_on)
{
  gint64 seconds = fabs (number) < LAST_DAY * 2.0 ? llround (number * SECONDS_A_DAY) : -1;

  if (seconds < 0)
    add_plain (text, number);
  else
    add_time (text, goes_on ? seconds : seconds % SECONDS_A_DAY);
}

static void
add_digits (GString *text,
            double number,
            guint n_digits)
{
  if (number == trunc (number) && number >= 0 && number < 1e15)
    g_string_append_printf (text, "%0*.0f", (int) n_digits, number);
  else
    add_plain (text, number);
}

void
remit_number_format_add (const RemitNumberFormat *self,
                         double number,
                         gboolean from_1904,
                         GString *text)
{
  switch (self->kind)
    {
    case REMIT_NUMBER_PERCENT:
      add_plain (text, number * 100);
      g_string_append (text, " %");
      return;
    case REMIT_NUMBER_DAY:
    case REMIT_NUMBER_MOMENT:
      add_moment (text, number, self->kind == REMIT_NUMBER_MOMENT, from_1904);
      return;
    case REMIT_NUMBER_TIME:
    case REMIT_NUMBER_DURATION:
      add_duration (text, number, self->kind == REMIT_NUMBER_DURATION);
      return;
    case REMIT_NUMBER_DIGITS:
      add_digits (text, number, self->n_digits);
      return;
    case REMIT_NUMBER_PLAIN:
    default:
      add_plain (text, number);
    }
}
