/* eqp-directory-page.h — people and institutions, courses and mentions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

#define EQP_TYPE_DIRECTORY_PAGE (eqp_directory_page_get_type ())
G_DECLARE_FINAL_TYPE (EqpDirectoryPage, eqp_directory_page, EQP, DIRECTORY_PAGE, EqpPage)

G_END_DECLS
