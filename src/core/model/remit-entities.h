/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All entities. */
#pragma once

#include "remit-absence.h"
#include "remit-assignment.h"
#include "remit-decision.h"
#include "remit-decision-event.h"
#include "remit-person.h"
#include "remit-person-skill.h"
#include "remit-plan.h"
#include "remit-right.h"
#include "remit-role.h"
#include "remit-settings.h"
#include "remit-skill.h"
#include "remit-slot.h"
#include "remit-slot-need.h"
#include "remit-team.h"
#include "remit-waiver.h"
