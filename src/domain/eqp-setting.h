/* eqp-setting.h — a value that belongs to the whole file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SETTING_NAME,
  EQP_SETTING_VALUE,
  EQP_SETTING_N_FIELDS,
} EqpSettingField;

#define EQP_TYPE_SETTING (eqp_setting_get_type ())
G_DECLARE_FINAL_TYPE (EqpSetting, eqp_setting, EQP, SETTING, EqpRecord)

extern const EqpEntity eqp_setting_entity;

gboolean eqp_setting_parse_day (const char *text,
                                int        *month,
                                int        *day);

G_END_DECLS
