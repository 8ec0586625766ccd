/* Calls that wait for their answers, and what a process has used
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "perf-wait.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define SAMPLE_US 1000

struct _PerfPeak
{
  GThread *thread; /* (owned) */
  int      stop;   /* (atomic) */
  double   most;   /* of the thread */
};

void
perf_keep_result_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Returns what is in @result once it is there. */
GAsyncResult *
perf_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

double
perf_now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

/* What all threads of the process have used, in the kernel too. */
double
perf_cpu_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

double
perf_anonymous_mib (void)
{
  g_autofree char *status = NULL;
  const char      *line = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "RssAnon:");

  return line != NULL ? g_ascii_strtod (line + strlen ("RssAnon:"), NULL) / 1024.0 : 0;
}

/* A benchmark that could not do its work has no figures. */
void
perf_fail_on (const GError *error)
{
  if (error == NULL)
    return;

  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

static gpointer
watch_memory (gpointer data)
{
  PerfPeak *self = data;

  while (!g_atomic_int_get (&self->stop))
    {
      self->most = MAX (self->most, perf_anonymous_mib ());
      g_usleep (SAMPLE_US);
    }

  return NULL;
}

PerfPeak *
perf_peak_start (void)
{
  PerfPeak *self = g_new0 (PerfPeak, 1);

  self->thread = g_thread_new ("memory", watch_memory, self);

  return self;
}

/* Frees @self and returns the most that was seen, in MiB. */
double
perf_peak_stop (PerfPeak *self)
{
  double most = 0;

  g_atomic_int_set (&self->stop, 1);
  g_thread_join (self->thread);
  most = MAX (self->most, perf_anonymous_mib ());
  g_free (self);

  return most;
}
