/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GLib keeps out of the sanitizer's sight: its first table of quarks. A larger one takes its
 * place, and others may still be reading the first, so it is never freed. Suppressions of leaks
 * would need the frames of whoever allocated it, and GLib's have none that are found fast. */
#define _GNU_SOURCE /* dl_iterate_phdr */

#include <glib.h>
#include <link.h>
#include <sanitizer/allocator_interface.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

/* As in gquark.c. */
#define FIRST_TABLE (2048 * sizeof (char *))

static gboolean
is_table (const char *const *table)
{
  return __sanitizer_get_ownership (table)
         && __sanitizer_get_allocated_size (table) == FIRST_TABLE
         && table[1] == g_quark_to_string (1);
}

static void
look_in (const char *const *const *begin,
         gsize size)
{
  for (gsize i = 0; i < size / sizeof *begin; i++)
    if (is_table (begin[i]))
      __lsan_ignore_object (begin[i]);
}

static int
on_library (struct dl_phdr_info *library,
            size_t size G_GNUC_UNUSED,
            void *data G_GNUC_UNUSED)
{
  if (strstr (library->dlpi_name, "libglib-2.0") == NULL)
    return 0;
  for (guint i = 0; i < library->dlpi_phnum; i++)
    if (library->dlpi_phdr[i].p_type == PT_LOAD && (library->dlpi_phdr[i].p_flags & PF_W))
      look_in ((gconstpointer) (library->dlpi_addr + library->dlpi_phdr[i].p_vaddr),
               library->dlpi_phdr[i].p_memsz);
  return 1;
}

__attribute__ ((constructor)) static void
ignore_first_table (void)
{
  dl_iterate_phdr (on_library, NULL);
}
