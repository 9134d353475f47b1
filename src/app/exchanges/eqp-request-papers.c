/* eqp-request-papers.c — the letter, the orders and the e-mail that a confirmed request leads to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-papers"

#include "config.h"

#include "app/exchanges/eqp-request-papers.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/printing/eqp-preview-window.h"
#include "domain/eqp-pole.h"
#include "report/exchanges/eqp-exchange-documents.h"

/* ---- on paper ---- */

typedef EqpDocument *(*MakeFunc) (EqpStore *, EqpRecord *, const EqpExchangeDocumentOptions *, GError **);

static EqpDocument *
make_document (EqpSession *session,
               EqpLanguage language,
               EqpRecord  *request,
               MakeFunc    make,
               GError    **error)
{
  EqpStore                  *store = eqp_session_get_store (session);
  g_autofree char           *left = eqp_pole_dup_setting (store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char           *right = eqp_pole_dup_setting (store, EQP_SETTING_RECTORAT_NAME);
  EqpExchangeDocumentOptions options = {
    .language = language,
    .left = *left != '\0' ? left : NULL,
    .right = *right != '\0' ? right : NULL,
    .hours = EQP_HOURS_PLANNED,
  };

  return make (store, request, &options, error);
}

static EqpDocument *
make_letter (EqpSession *session,
             EqpLanguage language,
             gpointer    user_data,
             GError    **error)
{
  return make_document (session, language, user_data, eqp_confirmation_letter_new, error);
}

static EqpDocument *
make_orders (EqpSession *session,
             EqpLanguage language,
             gpointer    user_data,
             GError    **error)
{
  return make_document (session, language, user_data, eqp_intervention_order_new, error);
}

static const EqpPreviewOffer offers[] = {
  [EQP_REQUEST_PAPER_LETTER] = { N_ ("Confirmation letter"), make_letter },
  [EQP_REQUEST_PAPER_ORDERS] = { N_ ("Intervention orders"), make_orders },
};

void
eqp_request_papers_present (GtkWindow      *parent,
                            EqpSession     *session,
                            EqpRecord      *request,
                            EqpRequestPaper first)
{
  g_autofree char *name = eqp_record_dup_title (request, eqp_language_get_interface ());
  g_autofree char *title = g_strdup_printf (_ ("Print: %s"), name);

  eqp_preview_window_present_offers (parent, session, title, offers, G_N_ELEMENTS (offers), first, g_object_ref (request), g_object_unref);
}

/* ---- by e-mail ---- */

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  /* The page may have gone meanwhile, and its window with it. */
  if (gtk_widget_get_root (widget) != NULL)
    eqp_feedback_error (widget, _ ("No e-mail could be composed"), error);
}

void
eqp_request_papers_mail (GtkWidget  *widget,
                         EqpSession *session,
                         EqpRecord  *request)
{
  g_autoptr (GSettings) settings = g_settings_new (EQP_APP_ID);
  g_autofree char *code = g_settings_get_string (settings, "document-language");
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;
  EqpLanguage language = EQP_LANGUAGE_FR;

  eqp_language_from_code (code, &language);
  address = eqp_confirmation_dup_mailto (eqp_session_get_store (session), request, language, &error);
  if (address == NULL)
    eqp_feedback_error (widget, _ ("No e-mail could be composed"), error);
  else
    g_app_info_launch_default_for_uri_async (address, NULL, NULL, launched_cb, g_object_ref (widget));
}
