/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heat map of skills: who has what, and what is missing. */
#pragma once

#include "widgets/charts/remit-grid-view.h"

#define REMIT_TYPE_SKILLS_VIEW (remit_skills_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitSkillsView, remit_skills_view, REMIT, SKILLS_VIEW, RemitGridView)
