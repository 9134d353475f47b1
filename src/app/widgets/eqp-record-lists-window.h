/* eqp-record-lists-window.h — a window over one chosen record (a statute, a procedure) with the lists of what belongs to it, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

/* The children of a subclass's template are preference groups; each holds its lists. */
#define EQP_TYPE_RECORD_LISTS_WINDOW (eqp_record_lists_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (EqpRecordListsWindow, eqp_record_lists_window, EQP, RECORD_LISTS_WINDOW, EqpSessionWindow)

struct _EqpRecordListsWindowClass
{
  EqpSessionWindowClass parent_class;

  /* What is chosen in the header bar; under it stands the text of the field that says where it comes from. */
  const EqpEntity *owner;
  guint            source_field;
  const char      *owner_label; /* of the chooser, not translated yet */

  /* Fills the lists anew. @owner: (nullable) what is chosen. */
  void (*fill) (EqpRecordListsWindow *self,
                EqpRecord            *owner);
  /* A row was activated in a file that may be written. */
  void (*edit) (EqpRecordListsWindow *self,
                EqpRecord            *record);
};

/* Adds a row for @record to @list. */
typedef void (*EqpRecordListsFunc) (EqpRecordListsWindow *self,
                                    GtkListBox           *list,
                                    EqpRecord            *record);

/* ---- for a subclass that has a session ---- */

EqpStore  *eqp_record_lists_window_get_store (EqpRecordListsWindow *self);
gboolean   eqp_record_lists_window_is_writable (EqpRecordListsWindow *self);
EqpRecord *eqp_record_lists_window_get_owner (EqpRecordListsWindow *self); /* (nullable) */
/* @records: (nullable) (element-type EqpRecord). A list without rows is hidden. */
void eqp_record_lists_window_fill_list (EqpRecordListsWindow *self,
                                        GtkListBox           *list,
                                        GPtrArray            *records,
                                        EqpRecordListsFunc    add);
/* One row; activating it edits @record. Texts are plain, not markup. */
AdwActionRow *eqp_record_lists_window_add_row (EqpRecordListsWindow *self,
                                               GtkListBox           *list,
                                               EqpRecord            *record,
                                               const char           *title,
                                               const char           *subtitle);
/* A button at the end of @row that deletes its record; nothing in a file that may only be read. */
void eqp_record_lists_window_add_delete_button (EqpRecordListsWindow *self,
                                                AdwActionRow         *row);
/* @fields: as for eqp_record_window_new(). */
void eqp_record_lists_window_present_editor (EqpRecordListsWindow *self,
                                             const char           *title,
                                             EqpRecord            *draft,
                                             const int            *fields);

G_END_DECLS
