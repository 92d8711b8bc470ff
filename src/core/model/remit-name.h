/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an entity is called: by its name, or by a pattern over its fields. */
#pragma once

#include "remit-record.h"

/**
 * RemitNamer:
 * @find: finds what a reference leads to; @owned takes a record that is to be freed, %NULL
 *   otherwise; returns %NULL for what is not there
 * @data: for @find
 * @missing: (nullable): what stands for the name of what is not there; nothing by default
 *
 * Where names come from: live entities, a store, or changes. Everything that names entities has a
 * namer of its own and the same function.
 */
typedef struct {
  const RemitRecord *(*find) (RemitKind kind,
                              gint64 id,
                              gpointer data,
                              RemitRecord **owned);
  gpointer data;
  const char *missing;
} RemitNamer;

/**
 * remit_record_dup_name:
 *
 * In a pattern {person} is the name of what the reference leads to, or the value; {slot|person} is
 * the first of the two that is not empty; {} is the entity's name. An unknown field is left as it
 * is.
 *
 * Returns: (transfer full): how the entity is called: its name or title, or else the pattern of its
 *   kind, such as "{person} in {slot}": "Ada Lovelace in ML engineer". Empty for a kind that has
 *   neither
 */
char *remit_record_dup_name (const RemitRecord *self,
                             const RemitNamer *namer);

/** Returns: (transfer full): the same, to be said in any language */
RemitMessage *remit_record_describe_name (const RemitRecord *self,
                                          const RemitNamer *namer);

/** Returns: (transfer full): the name of an entity by its kind and id */
char *remit_namer_dup_name (const RemitNamer *self,
                            RemitKind kind,
                            gint64 id);

/** Returns: (transfer full): the same, to be said in any language */
RemitMessage *remit_namer_describe (const RemitNamer *self,
                                    RemitKind kind,
                                    gint64 id);

/** Returns: (transfer full): what an edit that does this is called: "Add team Fraud" */
RemitMessage *remit_record_describe_verb (const RemitRecord *self,
                                          RemitVerb verb,
                                          const RemitNamer *namer);
