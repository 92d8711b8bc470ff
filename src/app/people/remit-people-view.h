/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all people of the workspace. */
#pragma once

#include "widgets/remit-view.h"

#define REMIT_TYPE_PEOPLE_VIEW (remit_people_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitPeopleView, remit_people_view, REMIT, PEOPLE_VIEW, RemitView)
