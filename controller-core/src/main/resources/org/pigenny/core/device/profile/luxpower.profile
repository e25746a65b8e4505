# LuxPower hybrid, LXP-LB family (LXP-US, GSL-H-12KLV-US): device type 44, Modbus RTU 19200 8N1.
# What the rows mean was proved against scans of a running unit; docs/inverter-link.md names the sources.
#
# poll  | every n-th cycle | table | first | count      never more than 20, never across a group of 40, never 174 or above
# table | address | key | type | scale | unit | access | show | plausible | feeds | note
#   type   u16 s16 u32 s32 lo8 hi8 pf ascii:words       32-bit values come low word first
#   show   yes: for people. log: kept raw, sources disagree or it is not proved. hide: meaningless here. garbage: never read
#   feeds  QUANTITY, +QUANTITY: summed, ^QUANTITY: the highest, flag:state|faults|warnings
profile  | luxpower
title    | LuxPower / GSL hybrid inverter
kind     | inverter
order    | low
base     | 0
identity | hold | 19 | 44
limit    | 20
settle_ms | 100

poll | 1  | in | 0   | 20
poll | 1  | in | 160 | 14
poll | 1  | in | 100 | 20
poll | 5  | in | 60  | 20
poll | 5  | in | 80  | 20
poll | 5  | in | 120 | 20
poll | 20 | in | 20  | 20
poll | 20 | in | 40  | 20

in | 0   | state                   | lo8 | 1     | code | r | yes  |             | flag:state | state codes below; the high byte is masked
in | 1   | pv1_voltage             | u16 | 0.1   | V    | r | yes  | 0..700      | PV1_VOLTAGE | night noise 0.4 to 12 V
in | 2   | pv2_voltage             | u16 | 0.1   | V    | r | yes  | 0..700      | PV2_VOLTAGE |
in | 3   | pv3_voltage             | u16 | 0.1   | V    | r | yes  | 0..700      | PV3_VOLTAGE |
in | 4   | battery_voltage         | u16 | 0.1   | V    | r | yes  | 40..60      | BATTERY_VOLTAGE |
in | 5   | soc                     | lo8 | 1     | %    | r | yes  | 0..100      | SOC | tops out at 99
in | 5   | soh                     | hi8 | 1     | %    | r | yes  | 0..100      | SOH |
in | 6   | internal_state          | u16 | 1     | bits | r | log  |             | | not a fault: bit 9 PV on, bit 10 inverter charges the battery
in | 7   | pv1_power               | u16 | 1     | W    | r | yes  | 0..15000    | PV1_POWER, +PV_POWER |
in | 8   | pv2_power               | u16 | 1     | W    | r | yes  | 0..15000    | PV2_POWER, +PV_POWER |
in | 9   | pv3_power               | u16 | 1     | W    | r | yes  | 0..15000    | PV3_POWER, +PV_POWER | string 3, not a total
in | 10  | charge_power            | u16 | 1     | W    | r | yes  | 0..15000    | CHARGE_POWER | blind to an external charger
in | 11  | discharge_power         | u16 | 1     | W    | r | yes  | 0..15000    | DISCHARGE_POWER |
in | 12  | grid_voltage            | u16 | 0.1   | V    | r | yes  | 0..300      | GRID_VOLTAGE |
in | 13  | grid_voltage_s          | u16 | 0.1   | V    | r | hide |             | | floats on single phase
in | 14  | grid_voltage_t          | u16 | 0.1   | V    | r | hide |             | | floats on single phase
in | 15  | grid_frequency          | u16 | 0.01  | Hz   | r | yes  | 0..70       | GRID_FREQUENCY |
in | 16  | inverter_power_on_grid  | u16 | 1     | W    | r | yes  | 0..15000    | |
in | 17  | rectifier_power         | u16 | 1     | W    | r | yes  | 0..15000    | RECTIFIER_POWER | AC to battery
in | 18  | inverter_current_rms    | u16 | 0.01  | A    | r | hide |             | | does not track the load
in | 19  | power_factor            | pf  | 0.001 |      | r | yes  | -1..1       | | above 1000: negative
in | 20  | output_voltage          | u16 | 0.1   | V    | r | yes  | 0..300      | OUTPUT_VOLTAGE | L1-L2
in | 21  | output_voltage_s        | u16 | 0.1   | V    | r | hide |             | | garbage on single phase
in | 22  | output_voltage_t        | u16 | 0.1   | V    | r | hide |             | | garbage on single phase
in | 23  | output_frequency        | u16 | 0.01  | Hz   | r | yes  | 0..70       | OUTPUT_FREQUENCY |
in | 24  | output_power            | u16 | 1     | W    | r | yes  | 0..15000    | | lags the load by up to 8 %
in | 25  | output_apparent_power   | u16 | 1     | VA   | r | log  | 0..20000    | | noisy
in | 26  | power_to_grid           | u16 | 1     | W    | r | yes  | 0..15000    | |
in | 27  | power_from_grid         | u16 | 1     | W    | r | yes  | 0..15000    | |
in | 28  | pv1_energy_day          | u16 | 0.1   | kWh  | r | yes  | 0..500      | +PV_ENERGY_TODAY | day counters turn at the inverter's midnight: its clock has no summer time
in | 29  | pv2_energy_day          | u16 | 0.1   | kWh  | r | yes  | 0..500      | +PV_ENERGY_TODAY |
in | 30  | pv3_energy_day          | u16 | 0.1   | kWh  | r | yes  | 0..500      | +PV_ENERGY_TODAY | string 3, not a total
in | 31  | inverter_energy_day     | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 32  | rectifier_energy_day    | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 33  | charge_energy_day       | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 34  | discharge_energy_day    | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 35  | output_energy_day       | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 36  | energy_to_grid_day      | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 37  | energy_from_grid_day    | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 38  | bus1_voltage            | u16 | 0.1   | V    | r | yes  | 0..700      | |
in | 39  | bus2_voltage            | u16 | 0.1   | V    | r | yes  | 0..700      | |
in | 40  | pv1_energy              | u32 | 0.1   | kWh  | r | yes  |             | |
in | 42  | pv2_energy              | u32 | 0.1   | kWh  | r | yes  |             | |
in | 44  | pv3_energy              | u32 | 0.1   | kWh  | r | yes  |             | |
in | 46  | inverter_energy         | u32 | 0.1   | kWh  | r | yes  |             | |
in | 48  | rectifier_energy        | u32 | 0.1   | kWh  | r | yes  |             | |
in | 50  | charge_energy           | u32 | 0.1   | kWh  | r | yes  |             | |
in | 52  | discharge_energy        | u32 | 0.1   | kWh  | r | yes  |             | |
in | 54  | output_energy           | u32 | 0.1   | kWh  | r | yes  |             | |
in | 56  | energy_to_grid          | u32 | 0.1   | kWh  | r | yes  |             | |
in | 58  | energy_from_grid        | u32 | 0.1   | kWh  | r | yes  |             | |
in | 60  | faults                  | u32 | 1     | bits | r | yes  |             | flag:faults |
in | 62  | warnings                | u32 | 1     | bits | r | yes  |             | flag:warnings | W016 is permanent off-grid
in | 64  | inner_temperature       | s16 | 1     | °C   | r | yes  | -40..120    | INVERTER_TEMPERATURE |
in | 65  | radiator1_temperature   | s16 | 1     | °C   | r | yes  | -40..150    | ^RADIATOR_TEMPERATURE |
in | 66  | radiator2_temperature   | s16 | 1     | °C   | r | yes  | -40..150    | ^RADIATOR_TEMPERATURE |
in | 67  | battery_temperature     | s16 | 1     | °C   | r | hide |             | | lead-acid probe, none fitted: constant 4
in | 68  | reserved_68             | u16 | 1     |      | r | log  |             | |
in | 69  | running_time            | u32 | 1     | s    | r | yes  |             | |
in | 71  | autotest_71             | u16 | 1     |      | r | log  |             | | sources disagree
in | 72  | autotest_72             | u16 | 1     |      | r | log  |             | | sources disagree
in | 73  | autotest_73             | u16 | 1     |      | r | log  |             | | sources disagree
in | 74  | autotest_74             | u16 | 1     |      | r | log  |             | | sources disagree
in | 75  | autotest_75             | u16 | 1     |      | r | log  |             | | sources disagree
in | 77  | ac_input_flags          | u16 | 1     | bits | r | yes  |             | | bit 0: 0 grid, 1 generator
in | 78  | unknown_78              | u16 | 1     |      | r | log  |             | |
in | 79  | unknown_79              | u16 | 1     |      | r | log  |             | |
in | 80  | battery_brand           | lo8 | 1     | code | r | yes  |             | |
in | 80  | battery_link            | hi8 | 1     | code | r | yes  |             | | 0 CAN, 1 RS-485
in | 81  | bms_charge_limit        | u16 | 0.1   | A    | r | yes  | 0..1000     | |
in | 82  | bms_discharge_limit     | u16 | 0.1   | A    | r | yes  | 0..1000     | |
in | 83  | bms_charge_voltage      | u16 | 0.1   | V    | r | yes  | 0..100      | |
in | 84  | bms_cutoff_voltage      | u16 | 0.1   | V    | r | yes  | 0..100      | |
in | 85  | bms_status_85           | u16 | 1     | bits | r | log  |             | |
in | 86  | bms_status_86           | u16 | 1     | bits | r | log  |             | |
in | 87  | bms_status_87           | u16 | 1     | bits | r | log  |             | |
in | 88  | bms_status_88           | u16 | 1     | bits | r | log  |             | |
in | 89  | bms_status_89           | u16 | 1     | bits | r | log  |             | |
in | 90  | bms_status_90           | u16 | 1     | bits | r | log  |             | |
in | 91  | bms_status_91           | u16 | 1     | bits | r | log  |             | |
in | 92  | bms_status_92           | u16 | 1     | bits | r | log  |             | |
in | 93  | bms_status_93           | u16 | 1     | bits | r | log  |             | |
in | 94  | bms_status_94           | u16 | 1     | bits | r | log  |             | |
in | 95  | battery_permissions     | u16 | 1     | bits | r | yes  |             | | bit 0 charge, bit 1 discharge allowed; 0x30 force-charge
in | 96  | battery_packs           | u16 | 1     |      | r | hide |             | | 0 with two packs: unreliable
in | 97  | battery_capacity        | u16 | 1     | Ah   | r | hide |             | | of one pack
in | 98  | battery_current_bms     | s16 | 0.1   | A    | r | yes  | -1000..1000 | BATTERY_CURRENT_BMS | one pack of two; positive when charging
in | 99  | bms_fault               | u16 | 1     | code | r | yes  |             | |
in | 100 | bms_warning             | u16 | 1     | code | r | yes  |             | |
in | 101 | cell_voltage_max        | u16 | 0.001 | V    | r | yes  | 1..5        | CELL_VOLTAGE_MAX |
in | 102 | cell_voltage_min        | u16 | 0.001 | V    | r | yes  | 1..5        | CELL_VOLTAGE_MIN |
in | 103 | cell_temperature_max    | s16 | 0.1   | °C   | r | yes  | -40..100    | CELL_TEMPERATURE_MAX |
in | 104 | cell_temperature_min    | s16 | 0.1   | °C   | r | yes  | -40..100    | CELL_TEMPERATURE_MIN |
in | 105 | generator_dry_contact   | u16 | 1     | bits | r | hide |             | | bit 4 is permanent here
in | 106 | cycle_count             | u16 | 1     |      | r | hide |             | | constant 2: no cycle count
in | 107 | battery_voltage_inverter| u16 | 0.1   | V    | r | yes  | 30..70      | BATTERY_VOLTAGE_INVERTER | behind the cable
in | 108 | board_temperature       | s16 | 0.1   | °C   | r | yes  | -40..120    | |
in | 113 | parallel_info           | u16 | 1     | bits | r | yes  |             | | 501: master, phase R, one unit
in | 114 | on_grid_load_power      | u16 | 1     | W    | r | log  | 0..15000    | | 0 off-grid
in | 115 | serial_number           | ascii:5 | 1 |      | r | hide |             | | masked wherever it is written
in | 120 | half_bus_voltage        | u16 | 0.1   | V    | r | yes  | 0..400      | |
in | 121 | generator_voltage       | u16 | 0.1   | V    | r | yes  | 0..300      | GENERATOR_PORT_VOLTAGE |
in | 122 | generator_frequency     | u16 | 0.01  | Hz   | r | yes  | 0..70       | GENERATOR_PORT_FREQUENCY |
in | 123 | generator_power         | u16 | 1     | W    | r | yes  | 0..15000    | GENERATOR_PORT_POWER | shared terminal: never a sign of running
in | 124 | generator_energy_day    | u16 | 0.1   | kWh  | r | yes  | 0..500      | |
in | 125 | generator_energy        | u32 | 0.1   | kWh  | r | yes  |             | |
in | 127 | output_voltage_l1       | u16 | 0.1   | V    | r | yes  | 0..200      | |
in | 128 | output_voltage_l2       | u16 | 0.1   | V    | r | yes  | 0..200      | |
in | 129 | output_power_l1         | u16 | 1     | W    | r | yes  | 0..15000    | |
in | 130 | output_power_l2         | u16 | 1     | W    | r | yes  | 0..15000    | |
in | 131 | output_apparent_power_l1| u16 | 1     | VA   | r | yes  | 0..20000    | |
in | 132 | output_apparent_power_l2| u16 | 1     | VA   | r | yes  | 0..20000    | |
in | 133 | output_energy_l1_day    | u16 | 0.1   | kWh  | r | hide |             | | repeats the total of both legs
in | 134 | output_energy_l2_day    | u16 | 0.1   | kWh  | r | hide |             | | repeats the total of both legs
in | 135 | output_energy_l1        | u32 | 0.1   | kWh  | r | hide |             | | repeats the total of both legs
in | 137 | output_energy_l2        | u32 | 0.1   | kWh  | r | hide |             | | repeats the total of both legs
in | 139 | reactive_power          | u16 | 1     | var  | r | log  |             | |
in | 140 | reactive_arc_autotest_140 | u16 | 1   |      | r | log  |             | |
in | 141 | reactive_arc_autotest_141 | u16 | 1   |      | r | log  |             | |
in | 142 | reactive_arc_autotest_142 | u16 | 1   |      | r | log  |             | |
in | 143 | reactive_arc_autotest_143 | u16 | 1   |      | r | log  |             | |
in | 144 | reactive_arc_autotest_144 | u16 | 1   |      | r | log  |             | |
in | 145 | reactive_arc_autotest_145 | u16 | 1   |      | r | log  |             | |
in | 146 | reactive_arc_autotest_146 | u16 | 1   |      | r | log  |             | |
in | 147 | reactive_arc_autotest_147 | u16 | 1   |      | r | log  |             | |
in | 148 | reactive_arc_autotest_148 | u16 | 1   |      | r | log  |             | |
in | 149 | reactive_arc_autotest_149 | u16 | 1   |      | r | log  |             | |
in | 150 | reactive_arc_autotest_150 | u16 | 1   |      | r | log  |             | |
in | 151 | reactive_arc_autotest_151 | u16 | 1   |      | r | log  |             | |
in | 152 | reactive_arc_autotest_152 | u16 | 1   |      | r | log  |             | |
in | 153 | ac_couple_power         | u16 | 1     | W    | r | log  |             | | power of an AC-coupled source
in | 154 | reactive_arc_autotest_154 | u16 | 1   |      | r | log  |             | |
in | 155 | reactive_arc_autotest_155 | u16 | 1   |      | r | log  |             | |
in | 156 | reactive_arc_autotest_156 | u16 | 1   |      | r | log  |             | |
in | 157 | reactive_arc_autotest_157 | u16 | 1   |      | r | log  |             | |
in | 158 | reactive_arc_autotest_158 | u16 | 1   |      | r | log  |             | |
in | 159 | reactive_arc_autotest_159 | u16 | 1   |      | r | log  |             | |
in | 160 | reactive_arc_autotest_160 | u16 | 1   |      | r | log  |             | |
in | 161 | reactive_arc_autotest_161 | u16 | 1   |      | r | log  |             | |
in | 162 | reactive_arc_autotest_162 | u16 | 1   |      | r | log  |             | |
in | 163 | reactive_arc_autotest_163 | u16 | 1   |      | r | log  |             | |
in | 164 | reactive_arc_autotest_164 | u16 | 1   |      | r | log  |             | |
in | 165 | reactive_arc_autotest_165 | u16 | 1   |      | r | log  |             | |
in | 166 | reactive_arc_autotest_166 | u16 | 1   |      | r | log  |             | |
in | 167 | reactive_arc_autotest_167 | u16 | 1   |      | r | log  |             | |
in | 168 | reactive_arc_autotest_168 | u16 | 1   |      | r | log  |             | |
in | 169 | reactive_arc_autotest_169 | u16 | 1   |      | r | log  |             | |
in | 170 | load_power              | s16 | 1     | W    | r | yes  | 0..15000    | LOAD_POWER | house load, also off-grid; equals 129 + 130
in | 171 | load_energy_day         | u16 | 0.1   | kWh  | r | yes  | 0..500      | LOAD_ENERGY_TODAY |
in | 172 | load_energy             | u32 | 0.1   | kWh  | r | yes  |             | |
in | 174 | three_phase_174         | u16 | 1     |      | r | garbage |          | | 174 to 185: not read
in | 186 | split_phase_186         | u16 | 1     |      | r | garbage |          | | 186 to 199 answer with the holding registers of that number

hold | 0   | model                 | u32 | 1    | code | r | yes  | | |
hold | 2   | serial_number_hold    | ascii:5 | 1 |     | r | hide | | | masked wherever it is written
hold | 7   | firmware              | ascii:2 | 1 |     | r | yes  | | |
hold | 9   | firmware_version1     | u16 | 1    | code | r | yes  | | |
hold | 10  | firmware_version2     | u16 | 1    | code | r | yes  | | |
hold | 12  | clock_year            | lo8 | 1    |      | r | yes  | | | the inverter's clock knows no summer time
hold | 12  | clock_month           | hi8 | 1    |      | r | yes  | | |
hold | 13  | clock_day             | lo8 | 1    |      | r | yes  | | |
hold | 13  | clock_hour            | hi8 | 1    |      | r | yes  | | |
hold | 14  | clock_minute          | lo8 | 1    |      | r | yes  | | |
hold | 14  | clock_second          | hi8 | 1    |      | r | yes  | | |
hold | 15  | modbus_address        | u16 | 1    |      | r | yes  | | |
hold | 16  | language              | u16 | 1    | code | r | yes  | | |
hold | 19  | device_type           | u16 | 1    | code | r | yes  | | | 44: LXP-LB
hold | 20  | pv_mode               | u16 | 1    | code | r | yes  | | | 4: strings 1 and 2
hold | 21  | function_bits         | u16 | 1    | bits | r | yes  | | | 0 EPS, 6 soft start, 7 AC charge, 8 seamless, 9 power on, 10 forced discharge, 11 forced charge, 12 ISO, 13 GFCI, 14 DCI, 15 feed-in
hold | 22  | pv_start_voltage      | u16 | 0.1  | V    | r | yes  | | |
hold | 54  | qv_curve_54           | u16 | 1    | %    | r | log  | | | of the Q(V) curve, not an SOC
hold | 64  | charge_rate           | u16 | 1    | %    | r | yes  | | |
hold | 65  | discharge_rate        | u16 | 1    | %    | r | yes  | | |
hold | 66  | ac_charge_power       | u16 | 0.1  | kW   | r | yes  | | |
hold | 67  | ac_charge_soc_limit   | u16 | 1    | %    | r | yes  | | |
hold | 68  | ac_charge_start1      | u16 | 1    | time | r | yes  | | | low byte hour, high byte minute, also the next ones
hold | 69  | ac_charge_end1        | u16 | 1    | time | r | yes  | | |
hold | 70  | ac_charge_start2      | u16 | 1    | time | r | yes  | | |
hold | 71  | ac_charge_end2        | u16 | 1    | time | r | yes  | | |
hold | 72  | ac_charge_start3      | u16 | 1    | time | r | yes  | | |
hold | 73  | ac_charge_end3        | u16 | 1    | time | r | yes  | | |
hold | 76  | charge_first_start1   | u16 | 1    | time | r | yes  | | |
hold | 77  | charge_first_end1     | u16 | 1    | time | r | yes  | | |
hold | 78  | charge_first_start2   | u16 | 1    | time | r | yes  | | |
hold | 79  | charge_first_end2     | u16 | 1    | time | r | yes  | | |
hold | 80  | charge_first_start3   | u16 | 1    | time | r | yes  | | |
hold | 81  | charge_first_end3     | u16 | 1    | time | r | yes  | | |
hold | 84  | discharge_start1      | u16 | 1    | time | r | yes  | | |
hold | 85  | discharge_end1        | u16 | 1    | time | r | yes  | | |
hold | 86  | discharge_start2      | u16 | 1    | time | r | yes  | | |
hold | 87  | discharge_end2        | u16 | 1    | time | r | yes  | | |
hold | 88  | discharge_start3      | u16 | 1    | time | r | yes  | | |
hold | 89  | discharge_end3        | u16 | 1    | time | r | yes  | | |
hold | 99  | lead_acid_charge_voltage | u16 | 0.1 | V  | r | yes  | | |
hold | 100 | lead_acid_cut_voltage | u16 | 0.1  | V    | r | yes  | | |
hold | 101 | charge_current_limit  | u16 | 1    | A    | r | yes  | | |
hold | 102 | discharge_current_limit | u16 | 1  | A    | r | yes  | | |
hold | 105 | cutoff_soc_on_grid    | u16 | 1    | %    | r | yes  | | |
hold | 110 | function_bits_110     | u16 | 1    | bits | r | yes  | | |
hold | 120 | function_bits_120     | u16 | 1    | bits | r | yes  | | | 1-3 AC charge type, 4-5 discharge control, 7 generator charge by 0 voltage, 1 SOC
hold | 125 | cutoff_soc_off_grid   | u16 | 1    | %    | r | yes  | | | below this the house goes dark
hold | 144 | float_voltage         | u16 | 0.1  | V    | r | yes  | | |
hold | 158 | ac_charge_start_voltage | u16 | 0.1 | V   | r | yes  | | |
hold | 159 | ac_charge_end_voltage | u16 | 0.1  | V    | r | yes  | | |
hold | 160 | ac_charge_start_soc   | u16 | 1    | %    | r | yes  | | |
hold | 161 | ac_charge_end_soc     | u16 | 1    | %    | r | yes  | | |
hold | 176 | grid_input_limit      | u16 | 1    | W    | r | yes  | | |
hold | 177 | generator_rated_power | u16 | 0.1  | kW   | r | yes  | | |
hold | 179 | function_bits_179     | u16 | 1    | bits | r | yes  | | |
hold | 188 | qv_curve_188          | u16 | 1    | %    | r | log  | | | of the Q(V) curve, not an SOC
hold | 194 | generator_charge_start_voltage | u16 | 0.1 | V | r | yes | | |
hold | 195 | generator_charge_end_voltage | u16 | 0.1 | V | r | yes | | |
hold | 196 | generator_charge_start_soc | u16 | 1 | % | r | yes | | |
hold | 197 | generator_charge_end_soc | u16 | 1  | %    | r | yes  | | |
hold | 198 | generator_charge_current | u16 | 1  | A    | r | yes  | | |
hold | 201 | charge_first_end_voltage | u16 | 0.1 | V   | r | yes  | | |
hold | 202 | discharge_end_voltage | u16 | 0.1  | V    | r | yes  | | |
hold | 227 | stop_charge_soc       | u16 | 1    | %    | r | log  | | | this firmware predates 226 and above
hold | 228 | stop_charge_voltage   | u16 | 0.1  | V    | r | log  | | |
hold | 233 | function_bits_233     | u16 | 1    | bits | r | yes  | | |
hold | 237 | generator_cooldown    | u16 | 0.1  | min  | r | log  | | |
hold | 256 | generator_start1      | u16 | 1    | time | r | log  | | |
hold | 257 | generator_end1        | u16 | 1    | time | r | log  | | |
hold | 258 | generator_start2      | u16 | 1    | time | r | log  | | |
hold | 259 | generator_end2        | u16 | 1    | time | r | log  | | |

state | 0x00 | standby
state | 0x01 | fault
state | 0x02 | programming
state | 0x04 | pv_on_grid
state | 0x08 | pv_charge
state | 0x0C | pv_charge_on_grid
state | 0x10 | battery_on_grid
state | 0x11 | bypass
state | 0x14 | pv_battery_on_grid
state | 0x19 | pv_charge_bypass
state | 0x20 | ac_charge
state | 0x28 | pv_ac_charge
state | 0x40 | battery_off_grid
state | 0x60 | off_grid_charging
state | 0x80 | pv_off_grid
state | 0x88 | pv_charge_off_grid
state | 0xC0 | pv_battery_off_grid
fault | 0 1 2 3 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 31
warning | 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 25 26 27 28 29 30 31
