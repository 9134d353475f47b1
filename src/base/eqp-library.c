/* eqp-library.c — libraries of the program's own, loaded when they are first needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-library"

#include "config.h"

#include "base/eqp-library.h"

#include <dlfcn.h>
#include <glib/gi18n.h>

#include "base/eqp-error.h"

/**
 * eqp_library_find:
 * @library: the name of a library's file; it is looked for where the program was linked to look
 * @symbol: the name of a function or constant in it
 * @error: (out) (optional): %EQP_INPUT_ERROR_FILE
 *
 * Loads @library, unless it is loaded already, with the libraries that it needs in turn. It stays: types and main loops know
 * its functions. (GModule would look where GModule was linked to look.)
 *
 * Returns: (transfer none) (nullable): the address of @symbol, or %NULL with @error set
 */
gpointer
eqp_library_find (const char *library,
                  const char *symbol,
                  GError    **error)
{
  /* What a library loads in turn finds the same functions as if the program had been linked with it. */
  void    *handle = dlopen (library, RTLD_LAZY | RTLD_GLOBAL | RTLD_NODELETE);
  gpointer address = handle != NULL ? dlsym (handle, symbol) : NULL;

  if (address != NULL)
    return address;
  g_debug ("%s", dlerror ());
  /* Translators: %s is the name of a file of the program. */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("The program is not completely installed: “%s” cannot be loaded."), library);
  return NULL;
}
