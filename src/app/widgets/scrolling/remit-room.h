/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flap leaves room for. */
#pragma once

#include <adwaita.h>

/**
 * RemitRoom:
 *
 * The content of an #AdwFlap with the `fold-threshold-policy` natural: the flap folds, and lies
 * over the content, where it would leave it less than the property `wanted`. The content can be
 * narrower all the same.
 *
 * Property `wanted`: pixels, for the usual text; see remit_scale().
 */
#define REMIT_TYPE_ROOM (remit_room_get_type ())
G_DECLARE_FINAL_TYPE (RemitRoom, remit_room, REMIT, ROOM, AdwBin)
