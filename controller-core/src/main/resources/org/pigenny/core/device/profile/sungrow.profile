# Sungrow PV inverter on Modbus TCP or RTU, as site-controller.md 1.5 knows it. Writing 5007 = 0xAA makes 5008 count.
# The power limit is in tenths of a percent, as its second generation has it; a unit that takes whole percent is another table.
profile | sungrow
title   | Sungrow PV inverter
kind    | inverter
order   | low
base    | 0
limit   | 20
settle_ms | 0
poll | 1 | hold | 5001 | 2
poll | 1 | hold | 5007 | 2
poll | 1 | hold | 5011 | 2
poll | 1 | hold | 5031 | 1
poll | 5 | hold | 5036 | 3
hold | 5001 | dc_voltage     | u16 | 0.1  | V  | r  | yes | 0..1500   | | 
hold | 5002 | dc_current     | u16 | 0.01 | A  | r  | yes | 0..655    | |
hold | 5006 | start_stop     | u16 | 1    | code | w | log |          | | 0xCF start, 0xCE stop, 0xBB emergency stop
hold | 5007 | limit_enable   | u16 | 1    | code | rw | yes |         | | 0xAA on, 0x55 off
hold | 5008 | limit_pct      | u16 | 0.1  | %  | rw | yes | 0..100    | |
hold | 5011 | ac_voltage     | u16 | 0.1  | V  | r  | yes | 0..600    | |
hold | 5012 | ac_current     | u16 | 0.1  | A  | r  | yes | 0..6553   | |
hold | 5031 | active_power   | u16 | 0.1  | kW | r  | yes |           | role:solar_active_power |
hold | 5036 | q_mode         | u16 | 1    | code | rw | yes |         | | 0xA1 fixed Q
hold | 5037 | q_pct          | s16 | 0.1  | %  | rw | yes | -100..100 | |
hold | 5038 | state_code     | u16 | 1    | code | r | yes |          | |
