/* eqp-cli-private.h — what the sub-commands share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-exchange.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

#define EQP_CLI_DONE 0
#define EQP_CLI_ATTENTION 1
#define EQP_CLI_FAILED 2

typedef struct _EqpCommand EqpCommand;

struct _EqpCommand
{
  const char *name;
  const char *usage;   /* its arguments: "FILE [ID]" */
  const char *summary; /* N_() */
  /* argv[0] is the command's name. EQP_CLI_FAILED always comes with @error. */
  int (*run) (const EqpCommand *command,
              int               argc,
              char            **argv,
              GError          **error);
};

#define EQP_COMMAND_RUN(name)                    \
  int name (const EqpCommand *command, int argc, \
            char **argv, GError **error)

EQP_COMMAND_RUN (eqp_cli_new);
EQP_COMMAND_RUN (eqp_cli_info);
EQP_COMMAND_RUN (eqp_cli_import);
EQP_COMMAND_RUN (eqp_cli_export);
EQP_COMMAND_RUN (eqp_cli_check);
EQP_COMMAND_RUN (eqp_cli_agenda);
EQP_COMMAND_RUN (eqp_cli_balance);
EQP_COMMAND_RUN (eqp_cli_forecast);
EQP_COMMAND_RUN (eqp_cli_print);
EQP_COMMAND_RUN (eqp_cli_history);
EQP_COMMAND_RUN (eqp_cli_undo);
EQP_COMMAND_RUN (eqp_cli_redo);

/* ---- eqp-cli-arguments.c ---- */
gboolean eqp_cli_parse (const EqpCommand   *command,
                        const GOptionEntry *entries,
                        int                *argc,
                        char             ***argv,
                        int                 least,
                        int                 most,
                        GError            **error);
gboolean eqp_cli_wants_json (const char *format,
                             gboolean   *json,
                             GError    **error);
gboolean eqp_cli_parse_date (const char *text,
                             EqpDate    *date,
                             GError    **error);
/* NULL: open, %EQP_DATE_NONE. */
gboolean eqp_cli_parse_period (const char *from,
                               const char *to,
                               EqpDate    *first,
                               EqpDate    *last,
                               GError    **error);
/* NULL leaves @hours as they are. */
gboolean  eqp_cli_parse_hours (const char *state,
                               EqpHours   *hours,
                               GError    **error);
EqpStore *eqp_cli_open (const char       *path,
                        EqpStoreOpenFlags flags,
                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  eqp_cli_find_body (EqpStore   *store,
                             const char *code,
                             gint64     *id,
                             GError    **error);

/* ---- eqp-cli-output.c ---- */
/* Text for people, in the terminal's encoding. */
void eqp_cli_print_line (const char *format,
                         ...) G_GNUC_PRINTF (1, 2);
/* Text for programs, in UTF-8 as it is. */
void eqp_cli_print_raw (const char *text);
void eqp_cli_print_json (JsonBuilder *builder);
void eqp_cli_add_string (JsonBuilder *builder,
                         const char  *name,
                         const char  *value);
void eqp_cli_add_minutes (JsonBuilder *builder,
                          const char  *name,
                          gint64       minutes);
/* The member "field_share", with the minutes under a direct contract if @direct. */
void eqp_cli_add_field_share (JsonBuilder            *builder,
                              const EqpFieldShareRow *share,
                              EqpFraction             threshold,
                              gboolean                direct);
/* Cells under each other: (element-type GStrv), as many cells in each row. */
void eqp_cli_print_table (GPtrArray *rows);
/* Pads the cells of such a table on the left, from the column @first on: numbers stand under each other. */
void     eqp_cli_align_right (GPtrArray *rows,
                              guint      first);
gboolean eqp_cli_flush (GError **error);

G_END_DECLS
