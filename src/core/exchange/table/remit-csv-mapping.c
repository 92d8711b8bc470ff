/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a CSV file can be, and what their headers say that they are. */
#include "remit-csv-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The words are in English and German and those of the programs that write such files (BambooHR,
 * Personio, SAP SuccessFactors, Workday, Microsoft 365, Google Workspace, LDAP). */
static const RemitCsvTarget people_targets[] = {
  [REMIT_CSV_PEOPLE_NUMBER] = { "number", N_ ("Number"), FALSE,
    "number externalid employeeid employeenumber employeeno employeenr employeecode "
    "personnelnumber personnelno personnelid personalnummer personalnr persnr persnummer "
    "mitarbeiternummer mitarbeiternr mitarbeiterid personid personnumber workerid associateid "
    "staffid staffnumber userid pernr nummer nr no id" },
  [REMIT_CSV_PEOPLE_NAME] = { "name", N_ ("Name, or first name"), TRUE,
    "name fullname displayname legalname preferredname employeename personname workername "
    "vollstandigername vollername anzeigename namevorname vornamename vorundnachname "
    "vornamenachname mitarbeitername employee mitarbeiter mitarbeiterin mitarbeitende person "
    "worker cn" },
  [REMIT_CSV_PEOPLE_LAST_NAME] = { "last-name", N_ ("Last name, if in a column of its own"), FALSE,
    "" },
  [REMIT_CSV_PEOPLE_EMAIL] = { "email", N_ ("E-mail"), FALSE,
    "email emailaddress workemail workemailaddress businessemail companyemail primaryemail "
    "primaryemailaddress emailwork emailprimarywork emailadresse emailgeschaftlich "
    "geschaftlicheemail dienstlicheemail mail mailadresse mailaddress userprincipalname upn "
    "eposta" },
  [REMIT_CSV_PEOPLE_TITLE] = { "title", N_ ("Job title"), FALSE,
    "jobtitle title job position positiontitle businesstitle jobposition role jobrole "
    "function stelle stellenbezeichnung berufsbezeichnung positionsbezeichnung funktion rolle "
    "jobbezeichnung tatigkeit taetigkeit titel", REMIT_KIND_PERSON, REMIT_PERSON_TITLE },
  [REMIT_CSV_PEOPLE_UNIT] = { "unit", N_ ("Unit"), FALSE,
    "unit units department departments orgunit organizationalunit organisationalunit "
    "organization organisation division businessunit team teams abteilung abteilungen bereich "
    "bereiche organisationseinheit orgeinheit einheit group gruppe ou",
    REMIT_KIND_PERSON, REMIT_PERSON_UNIT },
  [REMIT_CSV_PEOPLE_LOCATION] = { "location", N_ ("Location"), FALSE,
    "location worklocation office officelocation site city country workplace region standort "
    "arbeitsort buro buero ort stadt land niederlassung",
    REMIT_KIND_PERSON, REMIT_PERSON_LOCATION },
  [REMIT_CSV_PEOPLE_MANAGER] = { "manager", N_ ("Manager"), FALSE,
    "manager managerid manageremail managernumber managername managerexternalid managersid "
    "managersemail managersname reportsto reportingto reportingmanager linemanager "
    "linemanagerid supervisor supervisorid supervisoremail supervisorname supervisorsname "
    "boss lead vorgesetzter vorgesetzte vorgesetzteid vorgesetzterid fuhrungskraft "
    "fuehrungskraft vorgesetztenummer personalnummervorgesetzter teamleiter leitung" },
  [REMIT_CSV_PEOPLE_CAPACITY] = { "capacity", N_ ("Capacity"), FALSE,
    "capacity fte workload workingtime employmentpercentage percentage percent kapazitat "
    "kapazitaet arbeitszeit beschaftigungsgrad beschaeftigungsgrad stellenanteil pensum vzae "
    "vza vollzeitaquivalent vollzeitaequivalent prozent",
    REMIT_KIND_PERSON, REMIT_PERSON_CAPACITY },
  [REMIT_CSV_PEOPLE_FROM] = { "from", N_ ("From"), FALSE,
    "from startdate start hiredate hired dateofhire originalhiredate joindate joiningdate "
    "entrydate employedsince since von ab seit eintritt eintrittsdatum einstellungsdatum "
    "beginn startdatum", REMIT_KIND_PERSON, REMIT_PERSON_FROM },
  [REMIT_CSV_PEOPLE_UNTIL] = { "until", N_ ("Until"), FALSE,
    "until to enddate end terminationdate leavingdate exitdate lastday lastworkingday "
    "contractend bis ende austritt austrittsdatum enddatum vertragsende letztertag "
    "letzterarbeitstag", REMIT_KIND_PERSON, REMIT_PERSON_UNTIL },
  [REMIT_CSV_PEOPLE_SKILLS] = { "skills", N_ ("Skills"), FALSE,
    "skills skill competencies competences expertise expertises specialties knowledge "
    "technologies fahigkeiten faehigkeiten kenntnisse kompetenzen kompetenz fertigkeiten "
    "skillset" },
  [REMIT_CSV_PEOPLE_NOTES] = { "notes", N_ ("Notes"), FALSE,
    "notes note comment comments remark remarks description notiz notizen bemerkung "
    "bemerkungen kommentar kommentare anmerkung anmerkungen beschreibung",
    REMIT_KIND_PERSON, REMIT_PERSON_NOTES },
  { NULL },
};

static const RemitCsvTarget seats_targets[] = {
  [REMIT_CSV_SEATS_SECTION] = { "section", N_ ("Section"), FALSE,
    "section division department businessunit tribe sektion sparte bereich abteilung area" },
  [REMIT_CSV_SEATS_STAGE] = { "stage", N_ ("Stage"), FALSE,
    "stage program programme portfolio valuestream product stream phase programm produkt "
    "wertstrom" },
  [REMIT_CSV_SEATS_TEAM] = { "team", N_ ("Team"), TRUE,
    "team teamname squad squadname group groupname crew mannschaft gruppe gruppenname" },
  [REMIT_CSV_SEATS_ROLE] = { "role", N_ ("Role"), TRUE,
    "role rolename seat slot roleslot seatname position positiontitle jobtitle title function "
    "rolle rollenname platz sitz stelle funktion stellenbezeichnung job" },
  [REMIT_CSV_SEATS_PERSON] = { "person", N_ ("Person"), FALSE,
    "person personid holder seatholder filledby incumbent assignee employee employeeid "
    "employeenumber personnelnumber email emailaddress employeename fullname name member "
    "inhaber inhaberin stelleninhaber besetztmit besetzung mitarbeiter mitarbeiterin "
    "mitarbeiterid personalnummer personalnr mitarbeiternummer externalid workerid userid" },
  [REMIT_CSV_SEATS_ALLOCATION] = { "allocation", N_ ("Allocation"), FALSE,
    "allocation allocationpercent allocated percentage percent share effort zuteilung anteil "
    "einsatz auslastung prozent", REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_ALLOCATION },
  [REMIT_CSV_SEATS_NEED] = { "need", N_ ("Need"), FALSE,
    "need needed fte needfte required requiredfte demand bedarf benotigt benoetigt "
    "stellenanteil stellenumfang vzae vza", REMIT_KIND_SLOT, REMIT_SLOT_FTE },
  [REMIT_CSV_SEATS_FROM] = { "from", N_ ("From"), FALSE,
    "from start startdate since von ab seit beginn startdatum", REMIT_KIND_SLOT, REMIT_SLOT_FROM },
  [REMIT_CSV_SEATS_UNTIL] = { "until", N_ ("Until"), FALSE,
    "until to end enddate bis ende enddatum", REMIT_KIND_SLOT, REMIT_SLOT_UNTIL },
  { NULL },
};

/* Where the name stands in two columns. */
static const char first_name_words[] =
  "firstname givenname forename legalfirstname preferredfirstname vorname rufname";
static const char last_name_words[] =
  "lastname surname familyname legallastname preferredlastname nachname familienname zuname sn";

G_STATIC_ASSERT (REMIT_CSV_SEATS_N_TARGETS <= (int) REMIT_CSV_MAX_TARGETS);
G_STATIC_ASSERT (G_N_ELEMENTS (people_targets) == REMIT_CSV_PEOPLE_N_TARGETS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (seats_targets) == REMIT_CSV_SEATS_N_TARGETS + 1);

const RemitCsvTarget *
remit_csv_get_targets (RemitCsvKind kind)
{
  return kind == REMIT_CSV_SEATS ? seats_targets : people_targets;
}

int
remit_csv_mapping_find_target (RemitCsvKind kind,
                               const char *name)
{
  const RemitCsvTarget *targets = remit_csv_get_targets (kind);

  for (int i = 0; targets[i].name != NULL; i++)
    if (strcmp (targets[i].name, name) == 0)
      return i;
  return -1;
}

char *
remit_csv_mapping_normalize (const char *header)
{
  g_autofree char *folded = g_utf8_casefold (header, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *normal = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      /* Accents stand apart now, and are neither. */
      if (g_unichar_isalnum (character))
        g_string_append_unichar (normal, character);
    }
  return g_string_free (normal, FALSE);
}

static GStrv
normalize_all (const char *const *headers)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *normal = remit_csv_mapping_normalize (headers[i]);

      g_strv_builder_add (builder, normal);
    }
  return g_strv_builder_end (builder);
}

/* Returns: the first header, not taken yet, that is the first of the words that any is; or -1 */
static int
find_column (const char *words,
             char *const *headers,
             const gboolean *taken)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    for (int column = 0; headers[column] != NULL; column++)
      if (!taken[column] && strcmp (headers[column], list[i]) == 0)
        return column;
  return -1;
}

static void
take (int *columns,
      guint target,
      int column,
      gboolean *taken)
{
  columns[target] = column;
  if (column >= 0)
    taken[column] = TRUE;
}

/* A full name goes before a first and a last one, which go before one of them alone. */
static void
guess_name (char *const *headers,
            int *columns,
            gboolean *taken)
{
  int first = find_column (first_name_words, headers, taken);
  int last = find_column (last_name_words, headers, taken);
  int full = find_column (people_targets[REMIT_CSV_PEOPLE_NAME].words, headers, taken);

  /* Beside a first name, "Name" alone is the last one. */
  if (first >= 0 && last < 0 && full >= 0 && strcmp (headers[full], "name") == 0)
    {
      last = full;
      full = -1;
    }

  if (full >= 0)
    take (columns, REMIT_CSV_PEOPLE_NAME, full, taken);
  else if (first >= 0)
    take (columns, REMIT_CSV_PEOPLE_NAME, first, taken);
  else
    take (columns, REMIT_CSV_PEOPLE_NAME, last, taken);
  if (full < 0 && first >= 0)
    take (columns, REMIT_CSV_PEOPLE_LAST_NAME, last, taken);
}

guint
remit_csv_mapping_guess (RemitCsvKind kind,
                         const char *const *headers,
                         int columns[REMIT_CSV_MAX_TARGETS])
{
  const RemitCsvTarget *targets = remit_csv_get_targets (kind);
  g_auto (GStrv) normal = normalize_all (headers);
  g_autofree gboolean *taken = g_new0 (gboolean, g_strv_length (normal) + 1);
  guint n = 0;

  for (guint i = 0; i < REMIT_CSV_MAX_TARGETS; i++)
    columns[i] = -1;
  if (kind == REMIT_CSV_PEOPLE)
    guess_name (normal, columns, taken);
  for (guint i = 0; targets[i].name != NULL; i++)
    if (columns[i] < 0)
      take (columns, i, find_column (targets[i].words, normal, taken), taken);

  for (guint i = 0; i < REMIT_CSV_MAX_TARGETS; i++)
    n += columns[i] >= 0;
  return n;
}

RemitCsvKind
remit_csv_mapping_guess_kind (const char *const *headers)
{
  int people[REMIT_CSV_MAX_TARGETS];
  int seats[REMIT_CSV_MAX_TARGETS];
  guint n_people = remit_csv_mapping_guess (REMIT_CSV_PEOPLE, headers, people);
  guint n_seats = remit_csv_mapping_guess (REMIT_CSV_SEATS, headers, seats);

  if (seats[REMIT_CSV_SEATS_TEAM] < 0 || seats[REMIT_CSV_SEATS_ROLE] < 0)
    return REMIT_CSV_PEOPLE;
  if (people[REMIT_CSV_PEOPLE_NAME] < 0)
    return REMIT_CSV_SEATS;
  return n_people > n_seats ? REMIT_CSV_PEOPLE : REMIT_CSV_SEATS;
}
