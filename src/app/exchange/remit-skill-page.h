/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table of skills is read, which of a taxonomy's skills are imported, and what becomes of
 * unknown people. */
#pragma once

#include <adwaita.h>

#include "exchange/skills/remit-skill-import.h"
#include "remit-import-file-group.h"

#define REMIT_TYPE_SKILL_PAGE (remit_skill_page_get_type ())
G_DECLARE_FINAL_TYPE (RemitSkillPage, remit_skill_page, REMIT, SKILL_PAGE, AdwBin)

/** @import: must live as long as it is shown; what the user chooses changes it */
void remit_skill_page_show (RemitSkillPage *self,
                            RemitSkillImport *import);

/** Returns: (transfer none): what the file itself is taken for */
RemitImportFileGroup *remit_skill_page_get_file_group (RemitSkillPage *self);
