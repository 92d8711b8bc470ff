/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of roles and skills of the workspace. */
#pragma once

#include "widgets/remit-view.h"

#define REMIT_TYPE_ROLES_VIEW (remit_roles_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitRolesView, remit_roles_view, REMIT, ROLES_VIEW, RemitView)
