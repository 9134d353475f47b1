/* eqp-record-type.h — what the record classes of the domain have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Puts the instance structure, the type and the instance init of a record class where the macro stands; its file still writes
 * class_init, which begins with eqp_record_class_set_entity(). */
#define EQP_DEFINE_RECORD_TYPE(TypeName, type_name) EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (TypeName, type_name, {})

/* As above; `code` sets on `record` what a new one starts with: what the schema's DEFAULT says, unless it is "" or no. */
#define EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS(TypeName, type_name, code) \
  struct _##TypeName                                                    \
  {                                                                     \
    EqpRecord parent_instance;                                          \
  };                                                                    \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, EQP_TYPE_RECORD)            \
  static void                                                           \
    type_name##_init (TypeName *self)                                   \
  {                                                                     \
    G_GNUC_UNUSED EqpRecord *record = EQP_RECORD (self);                \
    code                                                                \
  }

/* The entity of a class, of the same name, from its field table `type_name_fields`. */
#define EQP_DEFINE_ENTITY(type_name, table_name, singular, heading) \
  const EqpEntity type_name##_entity = {                            \
    .table = table_name,                                            \
    .label = singular,                                              \
    .plural = heading,                                              \
    .fields = type_name##_fields,                                   \
    .n_fields = G_N_ELEMENTS (type_name##_fields),                  \
    .get_type = type_name##_get_type,                               \
  };

/* University, education authority, other; the optional list also has "". */
extern const EqpChoice eqp_side_choices[];
extern const EqpChoice eqp_optional_side_choices[];

char    *eqp_record_dup_target_title (EqpRecord  *self,
                                      guint       field,
                                      EqpLanguage language);
char    *eqp_record_dup_name (EqpRecord  *self,
                              guint       name_fr,
                              guint       name_en,
                              EqpLanguage language);
char    *eqp_record_join_names (const char *first,
                                const char *second);
char    *eqp_record_dup_joined_titles (EqpRecord  *self,
                                       guint       first,
                                       guint       second,
                                       EqpLanguage language);
char    *eqp_record_join_title (const char *name,
                                ...) G_GNUC_NULL_TERMINATED;
gboolean eqp_record_check_period (EqpRecord *self,
                                  guint      from,
                                  guint      to,
                                  guint     *field,
                                  GError   **error);

/* An academic year is named by the calendar year in which it starts. */
gboolean eqp_academic_year_check (gint64   year,
                                  GError **error);
char    *eqp_academic_year_dup_title (const char *subject,
                                      gint64      year);

G_END_DECLS
