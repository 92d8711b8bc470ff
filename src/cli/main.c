/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program starts. */
#include "remit-cli.h"

int
main (int argc G_GNUC_UNUSED,
      char **argv)
{
  return remit_cli_run (argv);
}
