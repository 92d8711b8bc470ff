/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves aside, laid out so that nothing is left out of a frame. */
#pragma once

#include <adwaita.h>

/**
 * remit_flap_lay_out:
 *
 * For the signal `notify::reveal-progress` of each #AdwFlap. While it moves, a flap allocates
 * itself and what is in it, and nothing around it. When a scroll bar comes or goes in there, which
 * is for all that is around it to know, GTK (up to 4.10 at least) notes that without laying it out,
 * and leaves it out of the following frames: the window is white. So all of it is laid out.
 */
void remit_flap_lay_out (AdwFlap *flap);

/**
 * remit_flap_settle:
 * @content: what is in a flap
 *
 * The same while other content comes, whose lists and details take their sizes one after another:
 * for some frames.
 */
void remit_flap_settle (GtkWidget *content);
