/* eqp-kind-private.h — how the columns of a kind are written down */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interop/eqp-kind.h"

G_BEGIN_DECLS

#define NEEDED(header, field)             \
  {                                       \
    header, EQP_COLUMN_FIELD, field, TRUE \
  }
#define FIELD(header, field)               \
  {                                        \
    header, EQP_COLUMN_FIELD, field, FALSE \
  }
#define ALSO(header, field, aliases)                \
  {                                                 \
    header, EQP_COLUMN_FIELD, field, FALSE, aliases \
  }
#define LINKS(header, entity, aliases)                   \
  {                                                      \
    header, EQP_COLUMN_LINKS, 0, FALSE, aliases, &entity \
  }
#define DECIDED(header, aliases, kind)                              \
  {                                                                 \
    header, EQP_COLUMN_DECISION_DATE, 0, FALSE, aliases, NULL, kind \
  }
#define REFERENCE(header, aliases, kind)                                 \
  {                                                                      \
    header, EQP_COLUMN_DECISION_REFERENCE, 0, FALSE, aliases, NULL, kind \
  }

#define FROM_ALIASES "du;à partir du;début;date de début;depuis;start"
#define TO_ALIASES "au;jusqu’au;fin;date de fin;until;end"

#define KIND(id, name, entity, columns) [id] = { id, name, &entity, columns, G_N_ELEMENTS (columns) }

/* Those of the exchanges, by id; entity NULL: it is in the other table. */
extern const EqpKind _eqp_exchange_kinds[EQP_N_KINDS];

G_END_DECLS
