/* eqp-finding-row.c — one finding: severity, sentence, source, and the button that cures it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-finding-row"

#include "config.h"

#include "app/widgets/eqp-finding-row.h"

#include <glib/gi18n.h>

#include "domain/bodies/eqp-snapshot.h"

struct _EqpFindingRow
{
  AdwBin parent_instance;

  EqpFinding *finding;

  GtkBox    *box;
  AdwBin    *icon;
  GtkLabel  *message;
  GtkLabel  *cure;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (EqpFindingRow, eqp_finding_row, ADW_TYPE_BIN)

enum {
  CURE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the cure's button says; NULL where only an explanation helps. */
static const char *
get_button_label (EqpCureKind kind)
{
  switch (kind)
    {
    case EQP_CURE_APPOINT:
      return _ ("_Appoint…");
    case EQP_CURE_END_SEAT:
      return _ ("_End a mandate…");
    case EQP_CURE_CHAIR:
      return _ ("_Name the chair…");
    case EQP_CURE_SCOPE:
      return _ ("_Attach courses…");
    case EQP_CURE_DECISION:
      return _ ("_Record a decision…");
    case EQP_CURE_PERSON:
      return _ ("_Open the person");
    case EQP_CURE_BODY:
      return _ ("_Change the council…");
    case EQP_CURE_INVITE:
      return _ ("Choose the _meeting…");
    case EQP_CURE_MEETINGS:
      return _ ("See the _meetings");
    case EQP_CURE_NONE:
    default:
      return NULL;
    }
}

const char *
eqp_severity_get_icon_name (EqpSeverity severity)
{
  switch (severity)
    {
    case EQP_SEVERITY_ERROR:
      return "eqp-error-symbolic";
    case EQP_SEVERITY_WARNING:
      return "eqp-warning-symbolic";
    case EQP_SEVERITY_INFORMATION:
      return "eqp-information-symbolic";
    case EQP_SEVERITY_OFF:
    default:
      return "eqp-lawful-symbolic";
    }
}

GtkWidget *
eqp_severity_icon_new (EqpSeverity severity)
{
  GtkWidget       *icon = gtk_image_new_from_icon_name (eqp_severity_get_icon_name (severity));
  const char      *label = severity < EQP_N_SEVERITIES ? eqp_severity_get_label (severity, eqp_language_get_interface ()) : _ ("lawful");
  const char      *code = severity < EQP_N_SEVERITIES ? eqp_severity_get_code (severity) : "none";
  g_autofree char *css = g_strconcat ("severity-", code, NULL);

  gtk_widget_add_css_class (icon, css);
  gtk_widget_set_tooltip_text (icon, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return icon;
}

GtkWidget *
eqp_side_chip_new (int side)
{
  static const char *const classes[] = { "other", "university", "rectorat", "other" };
  GtkWidget               *chip = gtk_label_new (eqp_side_get_letter ((EqpSide)side));
  const char              *label = eqp_side_get_label ((EqpSide)side, eqp_language_get_interface ());

  gtk_widget_add_css_class (chip, "side-chip");
  gtk_widget_add_css_class (chip, classes[side]);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (chip, side == EQP_SIDE_UNIVERSITY || side == EQP_SIDE_RECTORAT);
  return chip;
}

static void
button_clicked_cb (EqpFindingRow *self)
{
  g_signal_emit (self, signals[CURE], 0);
}

static void
eqp_finding_row_dispose (GObject *object)
{
  EqpFindingRow *self = EQP_FINDING_ROW (object);

  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_FINDING_ROW);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (eqp_finding_row_parent_class)->dispose (object);
}

static void
eqp_finding_row_class_init (EqpFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_finding_row_dispose;

  signals[CURE] = g_signal_new ("cure", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpFindingRow, box);
  gtk_widget_class_bind_template_child (widget_class, EqpFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, EqpFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, EqpFindingRow, cure);
  gtk_widget_class_bind_template_child (widget_class, EqpFindingRow, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
eqp_finding_row_init (EqpFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
eqp_finding_row_new (EqpFinding *finding)
{
  EqpFindingRow   *self = g_object_new (EQP_TYPE_FINDING_ROW, NULL);
  EqpLanguage      language = eqp_language_get_interface ();
  EqpSeverity      severity = eqp_finding_get_severity (finding);
  g_autofree char *css = g_strconcat ("finding-", eqp_severity_get_code (severity), NULL);
  g_autofree char *message = eqp_finding_dup_message (finding, language);
  g_autofree char *cure = eqp_finding_dup_cure (finding, language);
  g_autofree char *source = eqp_finding_dup_source (finding, language);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", eqp_finding_get_code (finding), source);
  const char      *label = get_button_label (eqp_finding_get_cure_kind (finding));

  self->finding = g_object_ref (finding);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), css);
  adw_bin_set_child (self->icon, eqp_severity_icon_new (severity));
  gtk_label_set_label (self->message, message);
  gtk_label_set_label (self->cure, cure);
  gtk_widget_set_visible (GTK_WIDGET (self->cure), *cure != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (self->button, label);
  return GTK_WIDGET (self);
}

EqpFinding *
eqp_finding_row_get_finding (EqpFindingRow *self)
{
  g_return_val_if_fail (EQP_IS_FINDING_ROW (self), NULL);

  return self->finding;
}
