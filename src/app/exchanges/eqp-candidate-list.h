/* eqp-candidate-list.h — who could answer a request, the likeliest first, with a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Each row has a button that activates "requests.assign" with the person's id. */
#define EQP_TYPE_CANDIDATE_LIST (eqp_candidate_list_get_type ())
G_DECLARE_FINAL_TYPE (EqpCandidateList, eqp_candidate_list, EQP, CANDIDATE_LIST, AdwBin)

/* @request: (nullable) */
void eqp_candidate_list_show (EqpCandidateList *self,
                              EqpStore         *store,
                              EqpRecord        *request);

G_END_DECLS
