/* eqp-signs.h — one of a few signs at the beginning of a box that shows one thing after the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/bodies/eqp-snapshot.h"

G_BEGIN_DECLS

/* As many as there can be: sides, severities. */
#define EQP_SIGNS_MAX 4

/* All zero to begin with; the box owns the widgets. A sign is made when it is first shown, then only hidden and shown again. */
typedef struct
{
  GtkWidget *made[EQP_SIGNS_MAX];
  GtkWidget *shown; /* (nullable) */
} EqpSigns;

/* @sign: which one, -1: none. @make: makes it. */
void eqp_signs_show (EqpSigns *self,
                     GtkBox   *box,
                     int       sign,
                     GtkWidget *(*make) (int sign));
/* The sign of @side for eqp_side_chip_new(): only the two institutions have one. */
int eqp_signs_of_side (EqpSide side);

G_END_DECLS
