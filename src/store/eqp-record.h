/* eqp-record.h — the base of every stored entity: a row with typed fields, live or as a draft */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-date.h"
#include "store/eqp-field.h"

G_BEGIN_DECLS

typedef struct _EqpStore EqpStore;

#define EQP_TYPE_RECORD (eqp_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (EqpRecord, eqp_record, EQP, RECORD, GObject)

/* A live record mirrors one row: the store keeps one instance a row and refreshes it after every edit, undo or outside
 * change, notifying the properties that changed. It is never written to. A draft is a detached copy (or a new row) whose
 * setters work; eqp_store_save() inside an edit writes it. */
struct _EqpRecordClass
{
  GObjectClass     parent_class;
  const EqpEntity *entity;

  /* One line that names the record to a reader ("Mme Anne Duval"). Default: code, else name. */
  char *(*dup_title) (EqpRecord  *self,
                      EqpLanguage language);
  /* Cross-field rules; required fields, choices, dates and references are checked before. On failure sets *field to the
   * field at fault and @error (EQP_INPUT_ERROR) to a full sentence. */
  gboolean (*validate) (EqpRecord *self,
                        guint     *field,
                        GError   **error);
  /* Inside an edit, before a draft is validated and written: fills in what follows from its other fields or records. */
  gboolean (*prepare) (EqpRecord *draft,
                       EqpStore  *store,
                       GError   **error);
  /* Inside the same edit, after a draft was written or @record was deleted: writes what follows from it in other records. */
  gboolean (*written) (EqpRecord *record,
                       EqpStore  *store,
                       GError   **error);
  /* Whether @record may be deleted; if not, @error (EQP_INPUT_ERROR_FORBIDDEN) says why. Undo does not ask. */
  gboolean (*may_delete) (EqpRecord *record,
                          EqpStore  *store,
                          GError   **error);
  /* After a live record was refreshed: notify derived properties. */
  void (*refreshed) (EqpRecord *self);

  /*< private >*/
  GParamSpec **properties; /* one a field, then "title" */
};

/* Call first in class_init: sets the entity, installs one property a field, and sets get_property and set_property. Properties of the class's
 * own number from EQP_RECORD_PROP (n_fields); it then sets its own get_property after this call, and chains up to its parent class for the
 * other ids. Values that a new record starts with are set in its instance init. Every record also has "title" (in the interface's language)
 * and "deleted", both read-only. */
#define EQP_RECORD_PROP(n_fields) ((n_fields) + 2)

void eqp_record_class_set_entity (EqpRecordClass  *klass,
                                  const EqpEntity *entity);

EqpRecord *eqp_record_new (const EqpEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
EqpRecord *eqp_record_dup_draft (EqpRecord *self) G_GNUC_WARN_UNUSED_RESULT;

const EqpEntity *eqp_record_get_entity (EqpRecord *self);
EqpStore        *eqp_record_get_store (EqpRecord *self);
gint64           eqp_record_get_id (EqpRecord *self);
gboolean         eqp_record_is_draft (EqpRecord *self);
gboolean         eqp_record_is_deleted (EqpRecord *self);
char            *eqp_record_dup_title (EqpRecord  *self,
                                       EqpLanguage language);

gboolean    eqp_record_is_empty (EqpRecord *self,
                                 guint      field);
const char *eqp_record_get_text (EqpRecord *self,
                                 guint      field);
gint64      eqp_record_get_integer (EqpRecord *self,
                                    guint      field);
gboolean    eqp_record_get_boolean (EqpRecord *self,
                                    guint      field);
EqpDate     eqp_record_get_date (EqpRecord *self,
                                 guint      field);
gint64      eqp_record_get_reference (EqpRecord *self,
                                      guint      field);
/* The value as a reader sees it: choice label, formatted date, title of the referenced record. */
char *eqp_record_dup_display (EqpRecord  *self,
                              guint       field,
                              EqpLanguage language);

void eqp_record_set_text (EqpRecord  *draft,
                          guint       field,
                          const char *value);
void eqp_record_set_integer (EqpRecord *draft,
                             guint      field,
                             gint64     value);
void eqp_record_set_boolean (EqpRecord *draft,
                             guint      field,
                             gboolean   value);
void eqp_record_set_date (EqpRecord *draft,
                          guint      field,
                          EqpDate    value);
void eqp_record_set_reference (EqpRecord *draft,
                               guint      field,
                               gint64     id);
void eqp_record_clear (EqpRecord *draft,
                       guint      field);
/* What somebody typed or a CSV cell holds: numbers, dates, yes/no and oui/non, choice values and their labels in both
 * languages. Not for references. EQP_INPUT_ERROR_INVALID names the value and what was expected. */
gboolean eqp_record_parse (EqpRecord  *draft,
                           guint       field,
                           const char *text,
                           GError    **error);

gboolean eqp_record_is_changed (EqpRecord *draft);
gboolean eqp_record_validate (EqpRecord *draft,
                              guint     *field,
                              GError   **error);

G_END_DECLS
