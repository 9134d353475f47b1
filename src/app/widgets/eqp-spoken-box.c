/* eqp-spoken-box.c — the content of a list view's row, which gives the row its name for a screen reader */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-spoken-box"

#include "config.h"

#include "app/widgets/eqp-spoken-box.h"

#include "base/eqp-utils.h"

struct _EqpSpokenBox
{
  GtkBox parent_instance;

  char *speech;
  char *detail;
};

G_DEFINE_FINAL_TYPE (EqpSpokenBox, eqp_spoken_box, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_SPEECH,
  PROP_SPEECH_DETAIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
name_row (EqpSpokenBox *self)
{
  GtkWidget       *row = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean         has_detail = self->detail != NULL && *self->detail != '\0';
  g_autofree char *text = NULL;

  if (row == NULL || self->speech == NULL)
    return;
  text = has_detail ? g_strdup_printf ("%s, %s", self->speech, self->detail) : g_strdup (self->speech);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
eqp_spoken_box_finalize (GObject *object)
{
  EqpSpokenBox *self = EQP_SPOKEN_BOX (object);

  g_free (self->speech);
  g_free (self->detail);

  G_OBJECT_CLASS (eqp_spoken_box_parent_class)->finalize (object);
}

static void
eqp_spoken_box_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EqpSpokenBox *self = EQP_SPOKEN_BOX (object);

  switch (prop_id)
    {
    case PROP_SPEECH:
      g_value_set_string (value, self->speech);
      break;
    case PROP_SPEECH_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_spoken_box_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  EqpSpokenBox *self = EQP_SPOKEN_BOX (object);
  char        **target = prop_id == PROP_SPEECH ? &self->speech : &self->detail;

  if (prop_id != PROP_SPEECH && prop_id != PROP_SPEECH_DETAIL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (eqp_set_str (target, g_value_get_string (value)))
    {
      name_row (self);
      g_object_notify_by_pspec (object, properties[prop_id]);
    }
}

static void
eqp_spoken_box_class_init (EqpSpokenBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = eqp_spoken_box_finalize;
  object_class->get_property = eqp_spoken_box_get_property;
  object_class->set_property = eqp_spoken_box_set_property;

  properties[PROP_SPEECH] = g_param_spec_string ("speech", NULL, NULL, NULL, flags);
  properties[PROP_SPEECH_DETAIL] = g_param_spec_string ("speech-detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
eqp_spoken_box_init (EqpSpokenBox *self)
{
  g_signal_connect (self, "notify::parent", G_CALLBACK (name_row), NULL);
}
