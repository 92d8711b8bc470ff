/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as a project: what Microsoft's schema asks for, and what is for whom. */
#include <libxml/parser.h>
#include <string.h>

#include "exchange/remit-exporter.h"
#include "remit-mspdi-test.h"

/* In each element, those that it may have, in the order of mspdi_pj12.xsd, as far as Remit writes
 * any. */
static const struct {
  const char *element;
  const char *children;
} orders[] = {
  { "Project",
    "SaveVersion Name Title ScheduleFromStart StartDate FinishDate FYStartDate CurrencyDigits "
    "CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID DefaultStartTime "
    "DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DurationFormat "
    "WorkFormat WeekStartDay ExtendedAttributes Calendars Tasks Resources Assignments" },
  { "ExtendedAttributes", "ExtendedAttribute" },
  { "ExtendedAttribute", "FieldID FieldName Alias Value" },
  { "Calendars", "Calendar" },
  { "Calendar", "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions" },
  { "WeekDays", "WeekDay" },
  { "WeekDay", "DayType DayWorking TimePeriod WorkingTimes" },
  { "TimePeriod", "FromDate ToDate" },
  { "WorkingTimes", "WorkingTime" },
  { "WorkingTime", "FromTime ToTime" },
  { "Exceptions", "Exception" },
  { "Exception", "EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking" },
  { "Tasks", "Task" },
  { "Task",
    "UID ID Name Type IsNull WBS OutlineNumber OutlineLevel Priority Start Finish Duration "
    "DurationFormat EffortDriven Estimated Milestone Summary ConstraintType CalendarUID "
    "ConstraintDate Notes ExtendedAttribute" },
  { "Resources", "Resource" },
  { "Resource",
    "UID ID Name Type IsNull Code Group EmailAddress MaxUnits AvailableFrom AvailableTo "
    "CalendarUID Notes IsGeneric IsInactive ExtendedAttribute" },
  { "Assignments", "Assignment" },
  { "Assignment",
    "UID TaskUID ResourceUID Finish Start Units Work BookingType ExtendedAttribute" },
};

static const char *
find_order (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strcmp (orders[i].element, element) == 0)
      return orders[i].children;
  return NULL;
}

static void
assert_in_order (const xmlNode *node)
{
  const char *children = find_order ((const char *) node->name);
  g_auto (GStrv) names = children != NULL ? g_strsplit (children, " ", -1) : NULL;
  guint place = 0;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      g_test_message ("%s in %s", child->name, node->name);
      g_assert_nonnull (names);
      while (names[place] != NULL && strcmp (names[place], (const char *) child->name) != 0)
        place++;
      g_assert_nonnull (names[place]);
      assert_in_order (child);
    }
}

static void
export_plan (MspdiFixture *f,
             gint64 plan,
             RemitAudience audience)
{
  const RemitExport export = { .store = f->store, .plan = plan, .audience = audience };
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "mspdi"), &export, f->path,
                        &error);
  g_assert_no_error (error);
}

static xmlDoc *
export_document (MspdiFixture *f,
                 gint64 plan,
                 RemitAudience audience)
{
  xmlDoc *document;

  export_plan (f, plan, audience);
  document = xmlReadFile (f->path, NULL, XML_PARSE_NONET);
  g_assert_nonnull (document);
  return document;
}

static char *
export_text (MspdiFixture *f,
             gint64 plan,
             RemitAudience audience)
{
  char *text;

  export_plan (f, plan, audience);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  return text;
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    {
      n++;
      text += strlen (part);
    }
  return n;
}

static void
test_order (MspdiFixture *f,
            gconstpointer data)
{
  gint64 plan = remit_test_read_sample (f->store);

  for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
    {
      xmlDoc *document = export_document (f, plan, audience);
      const xmlNode *root = xmlDocGetRootElement (document);

      g_assert_cmpstr ((const char *) root->ns->href, ==, "http://schemas.microsoft.com/project");
      assert_in_order (root);
      xmlFreeDoc (document);
    }
}

/* What other programs cannot do without. */
static void
test_always (MspdiFixture *f,
             gconstpointer data)
{
  gint64 plan = remit_test_add_plan (f->store, "Nothing yet");
  g_autofree char *text = export_text (f, plan, REMIT_AUDIENCE_FULL);

  g_assert_cmpuint (count (text, "<IsBaseCalendar>1</IsBaseCalendar>"), ==, 1);
  g_assert_cmpuint (count (text, "<CalendarUID>1</CalendarUID>"), ==, 1);
  g_assert_cmpuint (count (text, "<CurrencyCode>EUR</CurrencyCode>"), ==, 1);
  g_assert_cmpuint (count (text, "<StartDate>"), ==, 1);
  g_assert_cmpuint (count (text, "<FinishDate>"), ==, 1);
  g_assert_cmpuint (count (text, "<DayType>"), ==, 7);
  g_assert_cmpuint (count (text, "<FromTime>09:00:00</FromTime>"), ==, 5);
}

/* A plan with one of each. */
static gint64
make_plan (MspdiFixture *f)
{
  gint64 plan = remit_test_add_plan (f->store, "Weir & lock <2>");
  gint64 upper = remit_test_add_team (f->store, plan, "Upper");
  gint64 role = remit_test_add_role (f->store, "diver", "Diver");
  gint64 person = remit_test_add_person (f->store, "Ada");
  RemitRecord *lower = remit_record_new (REMIT_KIND_TEAM);
  RemitRecord *absence = remit_record_new (REMIT_KIND_ABSENCE);
  RemitRecord *holiday = remit_record_new (REMIT_KIND_HOLIDAY);
  RemitRecord *slot = remit_record_new (REMIT_KIND_SLOT);
  gint64 first;

  remit_record_set_integer (lower, REMIT_TEAM_PLAN, plan);
  remit_record_set_integer (lower, REMIT_TEAM_PARENT, upper);
  remit_record_set_text (lower, REMIT_TEAM_NAME, "Lower");
  remit_record_set_integer (slot, REMIT_SLOT_PLAN, plan);
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, remit_test_insert (f->store, lower));
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, role);
  remit_record_set_integer (slot, REMIT_SLOT_FTE, 80);
  g_assert_true (remit_record_parse (slot, REMIT_SLOT_FROM, "2026-03-02", NULL));
  g_assert_true (remit_record_parse (slot, REMIT_SLOT_UNTIL, "2026-03-06", NULL));
  first = remit_test_insert (f->store, slot);
  remit_test_add_slot (f->store, plan, upper, role);
  remit_test_add_assignment (f->store, plan, first, person, 50);

  remit_record_set_integer (absence, REMIT_ABSENCE_PERSON, person);
  g_assert_true (remit_record_parse (absence, REMIT_ABSENCE_FROM, "2026-08-03", NULL));
  g_assert_true (remit_record_parse (absence, REMIT_ABSENCE_UNTIL, "2026-08-14", NULL));
  remit_record_set_text (absence, REMIT_ABSENCE_REASON, "Knee");
  remit_test_insert (f->store, absence);
  g_assert_true (remit_record_parse (holiday, REMIT_HOLIDAY_DAY, "2026-03-04", NULL));
  remit_test_insert (f->store, holiday);
  return plan;
}

static void
test_contents (MspdiFixture *f,
               gconstpointer data)
{
  gint64 plan = make_plan (f);
  g_autofree char *text = export_text (f, plan, REMIT_AUDIENCE_FULL);
  static const char *const parts[] = {
    "<Title>Weir &amp; lock &lt;2&gt;</Title>",
    "<OutlineNumber>1.1</OutlineNumber>", /* the slot of the upper team */
    "<OutlineNumber>1.2</OutlineNumber>", /* the team in it */
    "<OutlineNumber>1.2.1</OutlineNumber>",
    "<MaxUnits>1</MaxUnits>",
    "<Units>0.50</Units>",
    "<ResourceUID>-65535</ResourceUID>",
    "<FromDate>2026-08-03T00:00:00</FromDate>",
    "<ToDate>2026-08-14T23:59:00</ToDate>",
    "<Name>Knee</Name>",
    "<FromDate>2026-03-04T00:00:00</FromDate>",
    /* four days of eight hours, since one is a holiday */
    "<Duration>PT32H0M0S</Duration>",
    "<Work>PT16H0M0S</Work>",
    "<Start>2026-03-02T09:00:00</Start>",
    "<Finish>2026-03-06T17:00:00</Finish>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (text, parts[i]));
    }
}

static void
test_audiences (MspdiFixture *f,
                gconstpointer data)
{
  gint64 plan = make_plan (f);
  g_autofree char *stakeholder = export_text (f, plan, REMIT_AUDIENCE_STAKEHOLDER);
  g_autofree char *anonymous = export_text (f, plan, REMIT_AUDIENCE_ANONYMOUS);

  g_assert_nonnull (strstr (stakeholder, "Ada"));
  g_assert_nonnull (strstr (stakeholder, "2026-08-03"));
  g_assert_null (strstr (stakeholder, "Knee"));
  g_assert_null (strstr (anonymous, "Ada"));
  g_assert_null (strstr (anonymous, "2026-08-03"));
  g_assert_nonnull (strstr (anonymous, "Diver 1"));
}

/* What somebody typed may hold what XML does not. */
static void
test_characters (MspdiFixture *f,
                 gconstpointer data)
{
  gint64 plan = remit_test_add_plan (f->store, "A]]>\x01\xef\xbf\xbf&amp;é");
  xmlDoc *document = export_document (f, plan, REMIT_AUDIENCE_FULL);

  xmlFreeDoc (document);
}

/* Longer texts than Project takes are cut, at a character. */
static void
test_long_texts (MspdiFixture *f,
                 gconstpointer data)
{
  gint64 plan = make_plan (f);
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (RemitRecord) person = remit_store_load (
    f->store, REMIT_KIND_PERSON,
    remit_store_query_integer (f->store, "SELECT min (id) FROM person", 0, 0, NULL), NULL);
  g_autoptr (RemitEdit) edit = remit_edit_begin (f->store, "Lengthen", NULL);
  g_autofree char *text = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < 600; i++)
    g_string_append (long_text, "ü");
  remit_record_set_text (person, REMIT_PERSON_UNIT, long_text->str);
  g_string_truncate (long_text, 240 * 2);
  g_string_append (long_text, "12345678901234567890");
  remit_record_set_text (person, REMIT_PERSON_TITLE, long_text->str);
  g_assert_true (remit_edit_update (edit, person, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));

  text = export_text (f, plan, REMIT_AUDIENCE_FULL);
  g_string_truncate (long_text, 0);
  for (guint i = 0; i < 512; i++)
    g_string_append (long_text, "ü");
  unit = g_strdup_printf ("<Group>%s</Group>", long_text->str);
  g_assert_nonnull (strstr (text, unit));
  g_assert_nonnull (strstr (text, "ü123456789012345</Value>"));
}

/* Teams may stand in one another as deep as somebody likes. */
static void
test_deep (MspdiFixture *f,
           gconstpointer data)
{
  gint64 plan = remit_test_add_plan (f->store, "Deep");
  RemitEdit *edit = remit_edit_begin (f->store, "Nest", NULL);
  g_autoptr (RemitImportResult) result = NULL;
  gint64 parent = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);

      remit_record_set_integer (team, REMIT_TEAM_PLAN, plan);
      remit_record_set_integer (team, REMIT_TEAM_PARENT, parent);
      remit_record_set_text (team, REMIT_TEAM_NAME, "In");
      g_assert_true (remit_edit_insert (edit, team, NULL));
      parent = remit_record_get_id (team);
    }
  g_assert_true (remit_edit_commit (edit, NULL));
  remit_edit_free (edit);
  export_plan (f, plan, REMIT_AUDIENCE_FULL);
  result = mspdi_fixture_import_file (f, plan);
  g_assert_cmpuint (result->same[REMIT_KIND_TEAM], ==, 400);
  g_assert_false (remit_import_result_has_changes (result));
}

static void
test_by_name (void)
{
  g_assert_cmpstr (remit_exporter_find_for_path (REMIT_EXPORT_PLAN, "a/b.mspdi.xml")->name, ==,
                   "mspdi");
  g_assert_cmpstr (remit_exporter_find_for_path (REMIT_EXPORT_PLAN, "b.xml")->name, ==, "xml");
  g_assert_cmpstr (remit_exporter_find_for_path (REMIT_EXPORT_PLAN, "xml")->name, ==, "xml");
  g_assert_cmpstr (remit_exporter_find_for_path (REMIT_EXPORT_PLAN, "b.xlsx")->name, ==, "xlsx");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNCTION)                                                                     \
  g_test_add ("/mspdi/export/" NAME, MspdiFixture, NULL, mspdi_fixture_set_up, FUNCTION,        \
              mspdi_fixture_tear_down)
  ADD ("order", test_order);
  ADD ("always", test_always);
  ADD ("contents", test_contents);
  ADD ("audiences", test_audiences);
  ADD ("characters", test_characters);
  ADD ("long-texts", test_long_texts);
  ADD ("deep", test_deep);
  g_test_add_func ("/mspdi/export/by-name", test_by_name);

  return g_test_run ();
}
