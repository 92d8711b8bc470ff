/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file, to read or to write. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitFileQuestion:
 * @action: (nullable): the label of the button, with its mnemonic
 * @files: what the files with one of @suffixes are called
 * @suffixes: %NULL-terminated
 * @only: whether no other file can be chosen
 * @name: (nullable): of a file to write; %NULL for one to read
 * @folder: whether a folder is asked for; @files, @suffixes and @name do not matter then
 *
 * Every text is translated already.
 */
typedef struct {
  const char *title;
  const char *action;
  const char *files;
  const char *const *suffixes;
  gboolean only;
  const char *name;
  gboolean folder;
} RemitFileQuestion;

/** Called once, with %NULL when no file was chosen. */
typedef void (*RemitFileAnswer) (gpointer data,
                                 GFile *file);

/** Presents the question above @window, which it does not keep. */
void remit_ask_file (GtkWindow *window,
                     const RemitFileQuestion *question,
                     RemitFileAnswer answered,
                     gpointer data);
