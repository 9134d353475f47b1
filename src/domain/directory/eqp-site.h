/* eqp-site.h — a place where courses are held */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SITE_CODE,
  EQP_SITE_NAME,
  EQP_SITE_INSTITUTION,
  EQP_SITE_N_FIELDS,
} EqpSiteField;

#define EQP_TYPE_SITE (eqp_site_get_type ())
G_DECLARE_FINAL_TYPE (EqpSite, eqp_site, EQP, SITE, EqpRecord)

extern const EqpEntity eqp_site_entity;

G_END_DECLS
