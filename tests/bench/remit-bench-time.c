/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a command without its output, and tells how long it took and how much memory it had.
 *
 * A program's peak memory counts what its parent had when it was forked, so the parent is small. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (long long) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void
run (char **command)
{
  int nothing = open ("/dev/null", O_WRONLY);

  /* When whoever waits gives up on us, the command goes too. */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  dup2 (nothing, STDOUT_FILENO);
  execvp (command[0], command);
  perror (command[0]);
  _exit (127);
}

/* Prints when it was started (µs on the monotonic clock), how long it took, its peak
 * memory (KiB). */
int
main (int argc,
      char **argv)
{
  struct rusage usage;
  long long start, end;
  int status;
  pid_t child;

  if (argc < 2)
    return 2;

  start = now ();
  child = fork ();
  if (child == 0)
    run (argv + 1);
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0)
    return EXIT_FAILURE;
  end = now ();

  printf ("%lld %lld %ld\n", start, end - start, usage.ru_maxrss);
  return WIFEXITED (status) ? WEXITSTATUS (status) : EXIT_FAILURE;
}
