/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template as a picture: a block for each team, and a mark for each of its slots. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/library/remit-template-details.h"

#define REMIT_TYPE_TEMPLATE_PICTURE (remit_template_picture_get_type ())
G_DECLARE_FINAL_TYPE (RemitTemplatePicture, remit_template_picture, REMIT, TEMPLATE_PICTURE,
                      GtkWidget)

/** @details: (nullable): what is drawn; to be kept until there is something else */
void remit_template_picture_set (RemitTemplatePicture *self,
                                 const RemitTemplateDetails *details);
