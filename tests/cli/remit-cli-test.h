/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the command line share: running the program, and reading what it says. */
#pragma once

#include <json-glib/json-glib.h>

#include "remit-test.h"

/**
 * CliTest:
 * @folder: a folder of its own
 * @path: a workspace in it, not there at first
 * @prepare: (nullable): called in the program's process before it starts
 * @temporary: (nullable): the program's folder for temporary files
 * @status: the exit status of the last run; -1 when a signal ended it
 * @output: what it wrote to standard output
 * @errors: what it wrote to standard error
 * @json: the JSON object it wrote, after cli_test_run_json()
 */
typedef struct {
  char *folder;
  char *path;
  GSpawnChildSetupFunc prepare;
  gpointer prepare_data;
  const char *temporary;
  int status;
  char *output;
  char *errors;
  JsonNode *json;
} CliTest;

void cli_test_set_up (CliTest *self,
                      gconstpointer data);
void cli_test_tear_down (CliTest *self,
                         gconstpointer data);

/** Adds a test with a #CliTest. */
void cli_test_add (const char *name,
                   void (*test) (CliTest *, gconstpointer));

/** Returns: (transfer none): the path of a file in the folder, which need not be there */
const char *cli_test_file (CliTest *self,
                           const char *name);
/** Writes a file into the folder. Returns: (transfer none): its path */
const char *cli_test_write (CliTest *self,
                            const char *name,
                            const char *text);

/** Writes a plan that takes a while to read into the folder. Returns: (transfer none): its path */
const char *cli_test_write_large_plan (CliTest *self);

/** Starts the program with these arguments, ending with %NULL, and does not wait. */
GSubprocess *cli_test_start (CliTest *self,
                             const char *const *arguments);
/** Waits until a program that was started has a file open, or has ended. */
void cli_test_wait_until_open (GSubprocess *process,
                               const char *file);
/** Runs the program with the workspace and these arguments. Returns: the exit status */
int cli_test_run (CliTest *self,
                  const char *argument,
                  ...) G_GNUC_NULL_TERMINATED;
/** Runs it without naming a workspace. */
int cli_test_run_plain (CliTest *self,
                        const char *argument,
                        ...) G_GNUC_NULL_TERMINATED;

/** Runs it with --json, asserting that it succeeds. Returns: (transfer none): the object */
JsonObject *cli_test_run_json (CliTest *self,
                               const char *argument,
                               ...) G_GNUC_NULL_TERMINATED;

/** Asserts that the words are among what was written. */
void cli_test_assert_output (CliTest *self,
                             const char *words);

/** Asserts that the last run said on standard error, and only there, something with @words. */
void cli_test_assert_refused (CliTest *self,
                              int status,
                              const char *words);

/** Returns: (transfer full): all that is in the workspace, and the hash of its history */
char *cli_test_dump (CliTest *self);

/** A member of the first object in an array that is a member of @object. */
const char *cli_test_first (JsonObject *object,
                            const char *array,
                            const char *member);

/** Makes two people, and a plan with a team and slots: a data engineer and two ML engineers. */
void cli_test_fill (CliTest *self);
