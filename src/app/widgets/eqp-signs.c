/* eqp-signs.c — one of a few signs at the beginning of a box that shows one thing after the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-signs"

#include "config.h"

#include "app/widgets/eqp-signs.h"

void
eqp_signs_show (EqpSigns *self,
                GtkBox   *box,
                int       sign,
                GtkWidget *(*make) (int sign))
{
  GtkWidget *wanted = NULL;

  g_return_if_fail (sign < EQP_SIGNS_MAX);

  if (sign >= 0 && self->made[sign] == NULL)
    {
      self->made[sign] = make (sign);
      gtk_box_prepend (box, self->made[sign]);
    }
  if (sign >= 0)
    wanted = self->made[sign];
  if (wanted == self->shown)
    return;
  if (self->shown != NULL)
    gtk_widget_set_visible (self->shown, FALSE);
  if (wanted != NULL)
    gtk_widget_set_visible (wanted, TRUE);
  self->shown = wanted;
}

int
eqp_signs_of_side (EqpSide side)
{
  return side == EQP_SIDE_UNIVERSITY || side == EQP_SIDE_RECTORAT ? (int)side : -1;
}
