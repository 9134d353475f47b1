/* eqp-odt.h — a document as an OpenDocument text, for those who go on writing in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-document.h"
#include "report/layout/eqp-report-error.h"

G_BEGIN_DECLS

gboolean eqp_document_write_odt (EqpDocument *self,
                                 const char  *path,
                                 GError     **error);

G_END_DECLS
