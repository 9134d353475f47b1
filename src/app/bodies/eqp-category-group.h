/* eqp-category-group.h — one seat category of a council: who sits, how many may, what is wrong beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/bodies/eqp-snapshot.h"

G_BEGIN_DECLS

#define EQP_TYPE_CATEGORY_GROUP (eqp_category_group_get_type ())
G_DECLARE_FINAL_TYPE (EqpCategoryGroup, eqp_category_group, EQP, CATEGORY_GROUP, AdwBin)

/* @category: index in the snapshot's categories. Its rows use the actions of the council view around it. */
GtkWidget *eqp_category_group_new (const EqpSnapshot *snapshot,
                                   guint              category,
                                   gboolean           writable);
void       eqp_category_group_add_finding (EqpCategoryGroup *self,
                                           GtkWidget        *row);

G_END_DECLS
