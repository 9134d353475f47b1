/* eqp-section-private.h — what a document does with its sections */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-section.h"

G_BEGIN_DECLS

EqpSection *_eqp_section_new (const char    *title,
                              EqpSectionFunc build,
                              gpointer       user_data,
                              GDestroyNotify destroy);
void        _eqp_section_free (EqpSection *self);
void        _eqp_section_load (EqpSection *self);
void        _eqp_section_release (EqpSection *self);

G_END_DECLS
