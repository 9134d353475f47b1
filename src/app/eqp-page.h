/* eqp-page.h — what every page of the window shares: the open file, an address, the common commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/eqp-session.h"

G_BEGIN_DECLS

#define EQP_TYPE_PAGE (eqp_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (EqpPage, eqp_page, EQP, PAGE, AdwBin)

/* What the common shortcuts do here; the window enables an action only where the page has it. */
typedef enum {
  EQP_COMMAND_NEW,    /* Ctrl+N */
  EQP_COMMAND_EDIT,   /* F2 */
  EQP_COMMAND_DELETE, /* Delete */
  EQP_COMMAND_PRINT,  /* Ctrl+P */
  EQP_COMMAND_EXPORT, /* Ctrl+E */
} EqpCommand;

struct _EqpPageClass
{
  AdwBinClass parent_class;

  /* Builds the page for its session; called once, when the page is first visited. */
  void (*load) (EqpPage *self);
  /* Selects the record that @code names; "" or NULL = whatever the page shows by itself. FALSE: there is no such record. */
  gboolean (*show_record) (EqpPage    *self,
                           const char *code);
  gboolean (*can) (EqpPage   *self,
                   EqpCommand command);
  void (*run) (EqpPage   *self,
               EqpCommand command);
  /* Moves the focus into the page's own search entry. */
  void (*search) (EqpPage *self);
};

EqpSession *eqp_page_get_session (EqpPage *self);
EqpStore   *eqp_page_get_store (EqpPage *self);
EqpChecker *eqp_page_get_checker (EqpPage *self);
/* The code of what the page shows now ("" = nothing in particular): a page sets it whenever its selection changes, and back/forward,
 * history and links live from it. */
const char *eqp_page_get_record (EqpPage *self);
void        eqp_page_set_record (EqpPage    *self,
                                 const char *code);
/* Tells the window that can() may answer differently now. */
void eqp_page_commands_changed (EqpPage *self);

/* Called by the window. */
void     eqp_page_load (EqpPage *self);
gboolean eqp_page_show_record (EqpPage    *self,
                               const char *code);
gboolean eqp_page_can (EqpPage   *self,
                       EqpCommand command);
void     eqp_page_run (EqpPage   *self,
                       EqpCommand command);
void     eqp_page_search (EqpPage *self);

G_END_DECLS
