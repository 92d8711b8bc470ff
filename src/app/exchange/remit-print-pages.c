/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report, for GTK's print dialog. */
#include "remit-print-pages.h"

#include "exchange/paper/remit-paper.h"

/* 18 mm, as in a PDF; printers leave less. */
#define MARGIN 51

/* GTK asks again and again whether the pages are ready; each time that long is waited for them,
 * which is less than a frame. */
#define PATIENCE (8 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  xmlDoc *report;
  RemitPaperForm form;
  GThread *thread;
  GCancellable *cancellable;
  GMutex mutex;
  GCond ended;
  gboolean has_ended; /* with the mutex, as the next */
  RemitPaper *paper;
} Pages;

static void
stop (Pages *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->paper, remit_paper_free);
}

static void
pages_free (gpointer data,
            GClosure *closure)
{
  Pages *self = data;

  stop (self);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ended);
  xmlFreeDoc (self->report);
  g_free (self);
}

/* In the thread. */
static gpointer
lay_out (gpointer data)
{
  Pages *self = data;
  RemitPaper *paper = remit_paper_new (self->report, &self->form, self->cancellable, NULL);

  g_mutex_lock (&self->mutex);
  self->paper = paper;
  self->has_ended = TRUE;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* For the paper that was chosen; of a preview, and then again for print. */
static void
on_begin (GtkPrintOperation *operation,
          GtkPrintContext *context,
          gpointer data)
{
  Pages *self = data;

  stop (self);
  g_cancellable_reset (self->cancellable);
  self->form = (RemitPaperForm){ .width = gtk_print_context_get_width (context),
                                 .height = gtk_print_context_get_height (context),
                                 .margin = MARGIN };
  self->has_ended = FALSE;
  self->thread = g_thread_new ("pages", lay_out, self);
}

/* What was laid out in words before cannot be refused now: without pages it was cancelled. */
static gboolean
on_paginate (GtkPrintOperation *operation,
             GtkPrintContext *context,
             gpointer data)
{
  Pages *self = data;
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gboolean has_ended;

  g_mutex_lock (&self->mutex);
  if (!self->has_ended)
    g_cond_wait_until (&self->ended, &self->mutex, until);
  has_ended = self->has_ended;
  g_mutex_unlock (&self->mutex);
  if (has_ended && self->paper != NULL)
    gtk_print_operation_set_n_pages (operation, (int) remit_paper_get_n_pages (self->paper));
  else if (has_ended)
    gtk_print_operation_cancel (operation);
  return has_ended;
}

static void
on_draw (GtkPrintOperation *operation,
         GtkPrintContext *context,
         int page,
         gpointer data)
{
  const Pages *self = data;

  if (self->paper != NULL && page >= 0 && (guint) page < remit_paper_get_n_pages (self->paper))
    remit_paper_paint (self->paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

GtkPrintOperation *
remit_print_pages_new (xmlDoc *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Pages *self = g_new0 (Pages, 1);

  self->report = report;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ended);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin), self, pages_free, 0);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), self);
  return operation;
}
