/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a workspace: one row, with the id 1. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_SETTINGS_NAME,
  REMIT_SETTINGS_FILL_TOLERANCE,
  REMIT_SETTINGS_TEAM_LIMIT,
  REMIT_SETTINGS_RESPONSIBLE_LIMIT,
  REMIT_SETTINGS_CONSULTED_LIMIT,
  REMIT_SETTINGS_ACCOUNTABLE_FROM,
  REMIT_SETTINGS_ACCOUNTABLE_SHARE,
  REMIT_SETTINGS_EVERYWHERE_FROM,
  REMIT_SETTINGS_LEAST_SHARE,
  REMIT_SETTINGS_AGREE_LIMIT,
  REMIT_SETTINGS_KEY_PERSON_FROM,
  REMIT_SETTINGS_N_FIELDS
};

extern const RemitEntityInfo remit_settings_info;

#define REMIT_TYPE_SETTINGS (remit_settings_get_type ())
G_DECLARE_FINAL_TYPE (RemitSettings, remit_settings, REMIT, SETTINGS, RemitEntity)

G_END_DECLS
