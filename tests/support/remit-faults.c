/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults for tests: of the calls that SQLite makes of the system, one fails, or all from one on. */
#include "remit-faults.h"

#include <sqlite3.h>
#include <string.h>

#include "remit-test.h"

#ifdef REMIT_TEST_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

typedef enum {
  CALL_OPEN,
  CALL_READ,
  CALL_READ_LOG,
  CALL_WRITE,
  CALL_SYNC,
  CALL_TRUNCATE,
  CALL_SIZE,
  CALL_LOCK,
  CALL_SHM_MAP,
  CALL_SHM_LOCK,
  CALL_DELETE,
  CALL_ACCESS,
  CALL_MALLOC,
  N_CALLS
} Call;

/* @calls: a bit for each that fails so */
static const struct
{
  const char *name;
  guint calls;
  int code;
} faults[] = {
  [REMIT_FAULT_OPEN] = { "open", 1 << CALL_OPEN, SQLITE_CANTOPEN },
  [REMIT_FAULT_READ] = { "read", 1 << CALL_READ | 1 << CALL_READ_LOG, SQLITE_IOERR_READ },
  [REMIT_FAULT_SHORT_READ] = { "short-read", 1 << CALL_READ_LOG, SQLITE_IOERR_SHORT_READ },
  [REMIT_FAULT_WRITE] = { "write", 1 << CALL_WRITE, SQLITE_IOERR_WRITE },
  [REMIT_FAULT_FULL] = { "full", 1 << CALL_WRITE, SQLITE_FULL },
  [REMIT_FAULT_SYNC] = { "sync", 1 << CALL_SYNC, SQLITE_IOERR_FSYNC },
  [REMIT_FAULT_TRUNCATE] = { "truncate", 1 << CALL_TRUNCATE, SQLITE_IOERR_TRUNCATE },
  [REMIT_FAULT_SIZE] = { "size", 1 << CALL_SIZE, SQLITE_IOERR_FSTAT },
  [REMIT_FAULT_LOCK] = { "lock", 1 << CALL_LOCK, SQLITE_IOERR_LOCK },
  [REMIT_FAULT_BUSY] = { "busy", 1 << CALL_LOCK | 1 << CALL_SHM_LOCK, SQLITE_BUSY },
  [REMIT_FAULT_SHM_MAP] = { "shm-map", 1 << CALL_SHM_MAP, SQLITE_IOERR_SHMMAP },
  [REMIT_FAULT_SHM_LOCK] = { "shm-lock", 1 << CALL_SHM_LOCK, SQLITE_IOERR_SHMLOCK },
  [REMIT_FAULT_DELETE] = { "delete", 1 << CALL_DELETE, SQLITE_IOERR_DELETE },
  [REMIT_FAULT_ACCESS] = { "access", 1 << CALL_ACCESS, SQLITE_IOERR_ACCESS },
  [REMIT_FAULT_MEMORY] = { "memory", 1 << CALL_MALLOC, SQLITE_NOMEM },
  [REMIT_FAULT_HEAP] = { "heap", 0, SQLITE_NOMEM },
};
G_STATIC_ASSERT (G_N_ELEMENTS (faults) == REMIT_N_FAULTS);

/* Set while no thread of a test is at work. */
static struct
{
  gboolean is_armed;
  RemitFault fault;
  guint n;
  gboolean is_lasting;
  gint64 memory_before;
  guint kilobytes;
  guint calls[N_CALLS]; /* atomic, and so are these: */
  guint n_matching;
  guint n_struck;
} state;

static sqlite3_vfs *real_vfs;
static sqlite3_mem_methods real_memory;

/* Says which call fails, where somebody asks for it and the sanitizer knows. */
static void
trace (void)
{
#ifdef REMIT_TEST_SANITIZED
  if (g_getenv ("REMIT_FAULTS_TRACE") != NULL)
    __sanitizer_print_stack_trace ();
#endif
}

/* Returns: the code with which a call is to fail, or SQLITE_OK */
static int
strike (Call call)
{
  guint number;

  if (!state.is_armed)
    return SQLITE_OK;
  g_atomic_int_inc (&state.calls[call]);
  if (!(faults[state.fault].calls & (1u << call)))
    return SQLITE_OK;
  number = g_atomic_int_add (&state.n_matching, 1) + 1;
  if (state.n == 0 || number < state.n || (number > state.n && !state.is_lasting))
    return SQLITE_OK;
  if (g_atomic_int_add (&state.n_struck, 1) == 0)
    trace ();
  return faults[state.fault].code;
}

/* ── Files ────────────────────────────────────────────────────────────────────────────────── */

/* The real one stands behind it. */
typedef struct {
  sqlite3_file parent;
  sqlite3_file *real;
  gboolean is_log;
} File;

#define REAL(file) (((File *) (file))->real)

static int
file_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
file_read (sqlite3_file *file,
           void *buffer,
           int length,
           sqlite3_int64 offset)
{
  int code = strike (((File *) file)->is_log ? CALL_READ_LOG : CALL_READ);
  int half = length / 2;
  int got;

  if (code == SQLITE_OK)
    return REAL (file)->pMethods->xRead (REAL (file), buffer, length, offset);
  if (code == SQLITE_IOERR_SHORT_READ)
    {
      got = REAL (file)->pMethods->xRead (REAL (file), buffer, half, offset);
      if (got != SQLITE_OK)
        return got;
      memset ((char *) buffer + half, 0, (gsize) (length - half));
    }
  return code;
}

static int
file_write (sqlite3_file *file,
            const void *buffer,
            int length,
            sqlite3_int64 offset)
{
  int code = strike (CALL_WRITE);
  int done = REAL (file)->pMethods->xWrite (REAL (file), buffer,
                                            code == SQLITE_OK ? length : length / 2, offset);

  return code == SQLITE_OK ? done : code;
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  int code = strike (CALL_TRUNCATE);

  return code == SQLITE_OK ? REAL (file)->pMethods->xTruncate (REAL (file), size) : code;
}

static int
file_sync (sqlite3_file *file,
           int flags)
{
  int code = strike (CALL_SYNC);

  return code == SQLITE_OK ? REAL (file)->pMethods->xSync (REAL (file), flags) : code;
}

static int
file_get_size (sqlite3_file *file,
               sqlite3_int64 *size)
{
  int code = strike (CALL_SIZE);

  return code == SQLITE_OK ? REAL (file)->pMethods->xFileSize (REAL (file), size) : code;
}

static int
file_lock (sqlite3_file *file,
           int lock)
{
  int code = strike (CALL_LOCK);

  return code == SQLITE_OK ? REAL (file)->pMethods->xLock (REAL (file), lock) : code;
}

static int
file_unlock (sqlite3_file *file,
             int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
file_check_lock (sqlite3_file *file,
                 int *is_locked)
{
  int code = strike (CALL_LOCK);

  return code == SQLITE_OK ? REAL (file)->pMethods->xCheckReservedLock (REAL (file), is_locked)
                           : code;
}

static int
file_control (sqlite3_file *file,
              int operation,
              void *data)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, data);
}

static int
file_get_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
file_get_device (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
file_shm_map (sqlite3_file *file,
              int page,
              int size,
              int may_grow,
              void volatile **memory)
{
  int code = strike (CALL_SHM_MAP);

  if (code == SQLITE_OK)
    return REAL (file)->pMethods->xShmMap (REAL (file), page, size, may_grow, memory);
  *memory = NULL;
  return code;
}

/* A lock is never kept for want of anything. */
static int
file_shm_lock (sqlite3_file *file,
               int offset,
               int n,
               int flags)
{
  int code = flags & SQLITE_SHM_UNLOCK ? SQLITE_OK : strike (CALL_SHM_LOCK);

  return code == SQLITE_OK ? REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags)
                           : code;
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

/* The second version, without xFetch: all that is read is read by a call. */
static const sqlite3_io_methods file_methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_get_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_get_sector_size,
  .xDeviceCharacteristics = file_get_device,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

/* ── The system of files ──────────────────────────────────────────────────────────────────── */

static int
vfs_open (sqlite3_vfs *vfs,
          const char *name,
          sqlite3_file *file,
          int flags,
          int *flags_out)
{
  int code = strike (CALL_OPEN);

  file->pMethods = NULL;
  if (code != SQLITE_OK)
    return code;
  REAL (file) = (sqlite3_file *) ((File *) file + 1);
  ((File *) file)->is_log = (flags & SQLITE_OPEN_WAL) != 0;
  code = real_vfs->xOpen (real_vfs, name, REAL (file), flags, flags_out);
  if (REAL (file)->pMethods != NULL)
    file->pMethods = &file_methods;
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char *name,
            int sync)
{
  int code = strike (CALL_DELETE);

  return code == SQLITE_OK ? real_vfs->xDelete (real_vfs, name, sync) : code;
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char *name,
            int flags,
            int *answer)
{
  int code = strike (CALL_ACCESS);

  return code == SQLITE_OK ? real_vfs->xAccess (real_vfs, name, flags, answer) : code;
}

/* Who waits for a lock that is not going to be free does so in no time. */
static int
vfs_sleep (sqlite3_vfs *vfs,
           int microseconds)
{
  return state.is_armed ? microseconds : real_vfs->xSleep (real_vfs, microseconds);
}

static void
install_vfs (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  g_assert_nonnull (real_vfs);
  vfs = *real_vfs;
  vfs.pNext = NULL;
  vfs.zName = "remit-faults";
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  vfs.xSleep = vfs_sleep;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

/* ── Memory ───────────────────────────────────────────────────────────────────────────────── */

static void *
memory_allocate (int size)
{
  return strike (CALL_MALLOC) == SQLITE_OK ? real_memory.xMalloc (size) : NULL;
}

/* SQLite 3.40 crashes in sqlite3changeset_finalize() when it had no memory to go on from a table to
 * one with more columns. That buffer grows to powers of two; others do not. */
static gboolean
is_of_changeset (int size)
{
  return size >= 256 && (size & (size - 1)) == 0;
}

static void *
memory_reallocate (void *memory,
                   int size)
{
  return is_of_changeset (size) || strike (CALL_MALLOC) == SQLITE_OK
           ? real_memory.xRealloc (memory, size) : NULL;
}

static void
install_memory (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  methods = real_memory;
  methods.xMalloc = memory_allocate;
  methods.xRealloc = memory_reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 1), ==, SQLITE_OK);
  /* small pieces are allocated, too, so that they can fail, and the sanitizer sees them */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

/* ── Public functions ─────────────────────────────────────────────────────────────────────── */

/* Once SQLite is initialized, it refuses to be configured otherwise, as a store does. */
void
remit_faults_install (void)
{
  install_memory ();
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
  install_vfs ();
}

void
remit_faults_arm (RemitFault fault,
                  guint n,
                  gboolean is_lasting)
{
  g_assert (!state.is_armed && fault < REMIT_N_FAULTS);

  memset (&state, 0, sizeof state);
  state.fault = fault;
  state.n = n;
  state.is_lasting = is_lasting;
  state.memory_before = sqlite3_memory_used ();
  sqlite3_memory_highwater (TRUE);
  if (fault == REMIT_FAULT_HEAP && n > 0)
    {
      sqlite3_hard_heap_limit64 (state.memory_before + (gint64) n * 1024);
      state.n_struck = 1;
    }
  state.is_armed = TRUE;
}

void
remit_faults_disarm (void)
{
  state.is_armed = FALSE;
  state.kilobytes = (guint) MAX ((sqlite3_memory_highwater (FALSE) - state.memory_before) / 1024,
                                 0);
  sqlite3_hard_heap_limit64 (0);
  sqlite3_soft_heap_limit64 (0);
}

guint
remit_faults_count (RemitFault fault)
{
  guint n = fault == REMIT_FAULT_HEAP ? state.kilobytes : 0;

  for (guint i = 0; i < N_CALLS; i++)
    if (faults[fault].calls & (1u << i))
      n += state.calls[i];
  return n;
}

gboolean
remit_faults_have_struck (void)
{
  return state.n_struck > 0;
}

const char *
remit_fault_get_name (RemitFault fault)
{
  return faults[fault].name;
}
