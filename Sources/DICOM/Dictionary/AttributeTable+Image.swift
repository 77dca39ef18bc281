extension AttributeTable {
    /// One group after another: `>GGGG`, then `EEEE`, VR and keyword run together.
    static let image = """
        >0020 000DUIStudyInstanceUID 000EUISeriesInstanceUID 0010SHStudyID 0011ISSeriesNumber 0012ISAcquisitionNumber
        0013ISInstanceNumber 0014ISIsotopeNumber 0015ISPhaseNumber 0016ISIntervalNumber 0017ISTimeSlotNumber
        0018ISAngleNumber 0019ISItemNumber 0020CSPatientOrientation 0022ISOverlayNumber 0024ISCurveNumber
        0026ISLUTNumber 0027LOPyramidLabel 0030DSImagePosition 0032DSImagePositionPatient 0035DSImageOrientation
        0037DSImageOrientationPatient 0050DSLocation 0052UIFrameOfReferenceUID 0060CSLaterality 0062CSImageLaterality
        0070LOImageGeometryType 0080CSMaskingImage 00AAISReportNumber 0100ISTemporalPositionIdentifier
        0105ISNumberOfTemporalPositions 0110DSTemporalResolution 0200UISynchronizationFrameOfReferenceUID
        0242UISOPInstanceUIDOfConcatenationSource 1000ISSeriesInStudy 1001ISAcquisitionsInSeries
        1002ISImagesInAcquisition 1003ISImagesInSeries 1004ISAcquisitionsInStudy 1005ISImagesInStudy 1020LOReference
        103FLOTargetPositionReferenceIndicator 1040LOPositionReferenceIndicator 1041DSSliceLocation
        1070ISOtherStudyNumbers 1200ISNumberOfPatientRelatedStudies 1202ISNumberOfPatientRelatedSeries
        1204ISNumberOfPatientRelatedInstances 1206ISNumberOfStudyRelatedSeries 1208ISNumberOfStudyRelatedInstances
        1209ISNumberOfSeriesRelatedInstances 3401CSModifyingDeviceID 3402CSModifiedImageID 3403DAModifiedImageDate
        3404LOModifyingDeviceManufacturer 3405TMModifiedImageTime 3406LOModifiedImageDescription 4000LTImageComments
        5000ATOriginalImageIdentification 5002LOOriginalImageIdentificationNomenclature 9056SHStackID
        9057ULInStackPositionNumber 9071SQFrameAnatomySequence 9072CSFrameLaterality 9111SQFrameContentSequence
        9113SQPlanePositionSequence 9116SQPlaneOrientationSequence 9128ULTemporalPositionIndex
        9153FDNominalCardiacTriggerDelayTime 9154FLNominalCardiacTriggerTimePriorToRPeak
        9155FLActualCardiacTriggerTimePriorToRPeak 9156USFrameAcquisitionNumber 9157ULDimensionIndexValues
        9158LTFrameComments 9161UIConcatenationUID 9162USInConcatenationNumber 9163USInConcatenationTotalNumber
        9164UIDimensionOrganizationUID 9165ATDimensionIndexPointer 9167ATFunctionalGroupPointer
        9170SQUnassignedSharedConvertedAttributesSequence 9171SQUnassignedPerFrameConvertedAttributesSequence
        9172SQConversionSourceAttributesSequence 9213LODimensionIndexPrivateCreator 9221SQDimensionOrganizationSequence
        9222SQDimensionIndexSequence 9228ULConcatenationFrameOffsetNumber 9238LOFunctionalGroupPrivateCreator
        9241FLNominalPercentageOfCardiacPhase 9245FLNominalPercentageOfRespiratoryPhase
        9246FLStartingRespiratoryAmplitude 9247CSStartingRespiratoryPhase 9248FLEndingRespiratoryAmplitude
        9249CSEndingRespiratoryPhase 9250CSRespiratoryTriggerType 9251FDRRIntervalTimeNominal
        9252FDActualCardiacTriggerDelayTime 9253SQRespiratorySynchronizationSequence 9254FDRespiratoryIntervalTime
        9255FDNominalRespiratoryTriggerDelayTime 9256FDRespiratoryTriggerDelayThreshold
        9257FDActualRespiratoryTriggerDelayTime 9301FDImagePositionVolume 9302FDImageOrientationVolume
        9307CSUltrasoundAcquisitionGeometry 9308FDApexPosition 9309FDVolumeToTransducerMappingMatrix
        930AFDVolumeToTableMappingMatrix 930BCSVolumeToTransducerRelationship 930CCSPatientFrameOfReferenceSource
        930DFDTemporalPositionTimeOffset 930ESQPlanePositionVolumeSequence 930FSQPlaneOrientationVolumeSequence
        9310SQTemporalPositionSequence 9311CSDimensionOrganizationType 9312UIVolumeFrameOfReferenceUID
        9313UITableFrameOfReferenceUID 9421LODimensionDescriptionLabel 9450SQPatientOrientationInFrameSequence
        9453LOFrameLabel 9518USAcquisitionIndex 9529SQContributingSOPInstancesReferenceSequence
        9536USReconstructionIndex
        >0022 0001USLightPathFilterPassThroughWavelength 0002USLightPathFilterPassBand
        0003USImagePathFilterPassThroughWavelength 0004USImagePathFilterPassBand 0005CSPatientEyeMovementCommanded
        0006SQPatientEyeMovementCommandCodeSequence 0007FLSphericalLensPower 0008FLCylinderLensPower 0009FLCylinderAxis
        000AFLEmmetropicMagnification 000BFLIntraOcularPressure 000CFLHorizontalFieldOfView 000DCSPupilDilated
        000EFLDegreeOfDilation 000FFDVertexDistance 0010FLStereoBaselineAngle 0011FLStereoBaselineDisplacement
        0012FLStereoHorizontalPixelOffset 0013FLStereoVerticalPixelOffset 0014FLStereoRotation
        0015SQAcquisitionDeviceTypeCodeSequence 0016SQIlluminationTypeCodeSequence
        0017SQLightPathFilterTypeStackCodeSequence 0018SQImagePathFilterTypeStackCodeSequence 0019SQLensesCodeSequence
        001ASQChannelDescriptionCodeSequence 001BSQRefractiveStateSequence 001CSQMydriaticAgentCodeSequence
        001DSQRelativeImagePositionCodeSequence 001EFLCameraAngleOfView 0020SQStereoPairsSequence
        0021SQLeftImageSequence 0022SQRightImageSequence 0028CSStereoPairsPresent 0030FLAxialLengthOfTheEye
        0031SQOphthalmicFrameLocationSequence 0032FLReferenceCoordinates 0035FLDepthSpatialResolution
        0036FLMaximumDepthDistortion 0037FLAlongScanSpatialResolution 0038FLMaximumAlongScanDistortion
        0039CSOphthalmicImageOrientation 0041FLDepthOfTransverseImage 0042SQMydriaticAgentConcentrationUnitsSequence
        0048FLAcrossScanSpatialResolution 0049FLMaximumAcrossScanDistortion 004EDSMydriaticAgentConcentration
        0055FLIlluminationWaveLength 0056FLIlluminationPower 0057FLIlluminationBandwidth 0058SQMydriaticAgentSequence
        1007SQOphthalmicAxialMeasurementsRightEyeSequence 1008SQOphthalmicAxialMeasurementsLeftEyeSequence
        1009CSOphthalmicAxialMeasurementsDeviceType 1010CSOphthalmicAxialLengthMeasurementsType
        1012SQOphthalmicAxialLengthSequence 1019FLOphthalmicAxialLength 1024SQLensStatusCodeSequence
        1025SQVitreousStatusCodeSequence 1028SQIOLFormulaCodeSequence 1029LOIOLFormulaDetail 1033FLKeratometerIndex
        1035SQSourceOfOphthalmicAxialLengthCodeSequence 1036SQSourceOfCornealSizeDataCodeSequence 1037FLTargetRefraction
        1039CSRefractiveProcedureOccurred 1040SQRefractiveSurgeryTypeCodeSequence
        1044SQOphthalmicUltrasoundMethodCodeSequence 1045SQSurgicallyInducedAstigmatismSequence
        1046CSTypeOfOpticalCorrection 1047SQToricIOLPowerSequence 1048SQPredictedToricErrorSequence
        1049CSPreSelectedForImplantation 104ASQToricIOLPowerForExactEmmetropiaSequence
        104BSQToricIOLPowerForExactTargetRefractionSequence 1050SQOphthalmicAxialLengthMeasurementsSequence
        1053FLIOLPower 1054FLPredictedRefractiveError 1059FLOphthalmicAxialLengthVelocity 1065LOLensStatusDescription
        1066LOVitreousStatusDescription 1090SQIOLPowerSequence 1092SQLensConstantSequence 1093LOIOLManufacturer
        1094LOLensConstantDescription 1095LOImplantName 1096SQKeratometryMeasurementTypeCodeSequence
        1097LOImplantPartNumber 1100SQReferencedOphthalmicAxialMeasurementsSequence
        1101SQOphthalmicAxialLengthMeasurementsSegmentNameCodeSequence
        1103SQRefractiveErrorBeforeRefractiveSurgeryCodeSequence 1121FLIOLPowerForExactEmmetropia
        1122FLIOLPowerForExactTargetRefraction 1125SQAnteriorChamberDepthDefinitionCodeSequence
        1127SQLensThicknessSequence 1128SQAnteriorChamberDepthSequence 112ASQCalculationCommentSequence
        112BCSCalculationCommentType 112CLTCalculationComment 1130FLLensThickness 1131FLAnteriorChamberDepth
        1132SQSourceOfLensThicknessDataCodeSequence 1133SQSourceOfAnteriorChamberDepthDataCodeSequence
        1134SQSourceOfRefractiveMeasurementsSequence 1135SQSourceOfRefractiveMeasurementsCodeSequence
        1140CSOphthalmicAxialLengthMeasurementModified 1150SQOphthalmicAxialLengthDataSourceCodeSequence
        1153SQOphthalmicAxialLengthAcquisitionMethodCodeSequence 1155FLSignalToNoiseRatio
        1159LOOphthalmicAxialLengthDataSourceDescription 1210SQOphthalmicAxialLengthMeasurementsTotalLengthSequence
        1211SQOphthalmicAxialLengthMeasurementsSegmentalLengthSequence
        1212SQOphthalmicAxialLengthMeasurementsLengthSummationSequence
        1220SQUltrasoundOphthalmicAxialLengthMeasurementsSequence 1225SQOpticalOphthalmicAxialLengthMeasurementsSequence
        1230SQUltrasoundSelectedOphthalmicAxialLengthSequence 1250SQOphthalmicAxialLengthSelectionMethodCodeSequence
        1255SQOpticalSelectedOphthalmicAxialLengthSequence 1257SQSelectedSegmentalOphthalmicAxialLengthSequence
        1260SQSelectedTotalOphthalmicAxialLengthSequence 1262SQOphthalmicAxialLengthQualityMetricSequence
        1265SQOphthalmicAxialLengthQualityMetricTypeCodeSequence 1273LOOphthalmicAxialLengthQualityMetricTypeDescription
        1300SQIntraocularLensCalculationsRightEyeSequence 1310SQIntraocularLensCalculationsLeftEyeSequence
        1330SQReferencedOphthalmicAxialLengthMeasurementQCImageSequence 1415CSOphthalmicMappingDeviceType
        1420SQAcquisitionMethodCodeSequence 1423SQAcquisitionMethodAlgorithmSequence
        1436SQOphthalmicThicknessMapTypeCodeSequence 1443SQOphthalmicThicknessMappingNormalsSequence
        1445SQRetinalThicknessDefinitionCodeSequence 1450SQPixelValueMappingToCodedConceptSequence
        1452XSMappedPixelValue 1454LOPixelValueMappingExplanation 1458SQOphthalmicThicknessMapQualityThresholdSequence
        1460FLOphthalmicThicknessMapThresholdQualityRating 1463FLAnatomicStructureReferencePoint
        1465SQRegistrationToLocalizerSequence 1466CSRegisteredLocalizerUnits 1467FLRegisteredLocalizerTopLeftHandCorner
        1468FLRegisteredLocalizerBottomRightHandCorner 1470SQOphthalmicThicknessMapQualityRatingSequence
        1472SQRelevantOPTAttributesSequence 1512SQTransformationMethodCodeSequence 1513SQTransformationAlgorithmSequence
        1515CSOphthalmicAxialLengthMethod 1517FLOphthalmicFOV 1518SQTwoDimensionalToThreeDimensionalMapSequence
        1525SQWideFieldOphthalmicPhotographyQualityRatingSequence
        1526SQWideFieldOphthalmicPhotographyQualityThresholdSequence
        1527FLWideFieldOphthalmicPhotographyThresholdQualityRating 1528FLXCoordinatesCenterPixelViewAngle
        1529FLYCoordinatesCenterPixelViewAngle 1530ULNumberOfMapPoints 1531OFTwoDimensionalToThreeDimensionalMapData
        1612SQDerivationAlgorithmSequence 1615SQOphthalmicImageTypeCodeSequence 1616LOOphthalmicImageTypeDescription
        1618SQScanPatternTypeCodeSequence 1620SQReferencedSurfaceMeshIdentificationSequence
        1622CSOphthalmicVolumetricPropertiesFlag 1624FLOphthalmicAnatomicReferencePointXCoordinate
        1626FLOphthalmicAnatomicReferencePointYCoordinate 1628SQOphthalmicEnFaceImageQualityRatingSequence
        1630DSQualityThreshold 1640SQOCTBscanAnalysisAcquisitionParametersSequence 1642ULNumberOfBscansPerFrame
        1643FLBscanSlabThickness 1644FLDistanceBetweenBscanSlabs 1645FLBscanCycleTime 1646FLBscanCycleTimeVector
        1649FLAscanRate 1650FLBscanRate 1658ULSurfaceMeshZPixelOffset
        >0024 0010FLVisualFieldHorizontalExtent 0011FLVisualFieldVerticalExtent 0012CSVisualFieldShape
        0016SQScreeningTestModeCodeSequence 0018FLMaximumStimulusLuminance 0020FLBackgroundLuminance
        0021SQStimulusColorCodeSequence 0024SQBackgroundIlluminationColorCodeSequence 0025FLStimulusArea
        0028FLStimulusPresentationTime 0032SQFixationSequence 0033SQFixationMonitoringCodeSequence
        0034SQVisualFieldCatchTrialSequence 0035USFixationCheckedQuantity 0036USPatientNotProperlyFixatedQuantity
        0037CSPresentedVisualStimuliDataFlag 0038USNumberOfVisualStimuli 0039CSExcessiveFixationLossesDataFlag
        0040CSExcessiveFixationLosses 0042USStimuliRetestingQuantity 0044LTCommentsOnPatientPerformanceOfVisualField
        0045CSFalseNegativesEstimateFlag 0046FLFalseNegativesEstimate 0048USNegativeCatchTrialsQuantity
        0050USFalseNegativesQuantity 0051CSExcessiveFalseNegativesDataFlag 0052CSExcessiveFalseNegatives
        0053CSFalsePositivesEstimateFlag 0054FLFalsePositivesEstimate 0055CSCatchTrialsDataFlag
        0056USPositiveCatchTrialsQuantity 0057CSTestPointNormalsDataFlag 0058SQTestPointNormalsSequence
        0059CSGlobalDeviationProbabilityNormalsFlag 0060USFalsePositivesQuantity 0061CSExcessiveFalsePositivesDataFlag
        0062CSExcessiveFalsePositives 0063CSVisualFieldTestNormalsFlag 0064SQResultsNormalsSequence
        0065SQAgeCorrectedSensitivityDeviationAlgorithmSequence 0066FLGlobalDeviationFromNormal
        0067SQGeneralizedDefectSensitivityDeviationAlgorithmSequence 0068FLLocalizedDeviationFromNormal
        0069LOPatientReliabilityIndicator 0070FLVisualFieldMeanSensitivity 0071FLGlobalDeviationProbability
        0072CSLocalDeviationProbabilityNormalsFlag 0073FLLocalizedDeviationProbability
        0074CSShortTermFluctuationCalculated 0075FLShortTermFluctuation 0076CSShortTermFluctuationProbabilityCalculated
        0077FLShortTermFluctuationProbability 0078CSCorrectedLocalizedDeviationFromNormalCalculated
        0079FLCorrectedLocalizedDeviationFromNormal 0080CSCorrectedLocalizedDeviationFromNormalProbabilityCalculated
        0081FLCorrectedLocalizedDeviationFromNormalProbability 0083SQGlobalDeviationProbabilitySequence
        0085SQLocalizedDeviationProbabilitySequence 0086CSFovealSensitivityMeasured 0087FLFovealSensitivity
        0088FLVisualFieldTestDuration 0089SQVisualFieldTestPointSequence 0090FLVisualFieldTestPointXCoordinate
        0091FLVisualFieldTestPointYCoordinate 0092FLAgeCorrectedSensitivityDeviationValue 0093CSStimulusResults
        0094FLSensitivityValue 0095CSRetestStimulusSeen 0096FLRetestSensitivityValue
        0097SQVisualFieldTestPointNormalsSequence 0098FLQuantifiedDefect
        0100FLAgeCorrectedSensitivityDeviationProbabilityValue 0102CSGeneralizedDefectCorrectedSensitivityDeviationFlag
        0103FLGeneralizedDefectCorrectedSensitivityDeviationValue
        0104FLGeneralizedDefectCorrectedSensitivityDeviationProbabilityValue 0105FLMinimumSensitivityValue
        0106CSBlindSpotLocalized 0107FLBlindSpotXCoordinate 0108FLBlindSpotYCoordinate
        0110SQVisualAcuityMeasurementSequence 0112SQRefractiveParametersUsedOnPatientSequence
        0113CSMeasurementLaterality 0114SQOphthalmicPatientClinicalInformationLeftEyeSequence
        0115SQOphthalmicPatientClinicalInformationRightEyeSequence 0117CSFovealPointNormativeDataFlag
        0118FLFovealPointProbabilityValue 0120CSScreeningBaselineMeasured 0122SQScreeningBaselineMeasuredSequence
        0124CSScreeningBaselineType 0126FLScreeningBaselineValue 0202LOAlgorithmSource 0306LODataSetName
        0307LODataSetVersion 0308LODataSetSource 0309LODataSetDescription
        0317SQVisualFieldTestReliabilityGlobalIndexSequence 0320SQVisualFieldGlobalResultsIndexSequence
        0325SQDataObservationSequence 0338CSIndexNormalsFlag 0341FLIndexProbability 0344SQIndexProbabilitySequence
        >0028 0002USSamplesPerPixel 0003USSamplesPerPixelUsed 0004CSPhotometricInterpretation 0005USImageDimensions
        0006USPlanarConfiguration 0008ISNumberOfFrames 0009ATFrameIncrementPointer 000AATFrameDimensionPointer
        0010USRows 0011USColumns 0012USPlanes 0014USUltrasoundColorDataPresent 0030DSPixelSpacing 0031DSZoomFactor
        0032DSZoomCenter 0034ISPixelAspectRatio 0040CSImageFormat 0050LOManipulatedImage 0051CSCorrectedImage
        005FLOCompressionRecognitionCode 0060CSCompressionCode 0061SHCompressionOriginator 0062LOCompressionLabel
        0063SHCompressionDescription 0065CSCompressionSequence 0066ATCompressionStepPointers 0068USRepeatInterval
        0069USBitsGrouped 0070USPerimeterTable 0071XSPerimeterValue 0080USPredictorRows 0081USPredictorColumns
        0082USPredictorConstants 0090CSBlockedPixels 0091USBlockRows 0092USBlockColumns 0093USRowOverlap
        0094USColumnOverlap 0100USBitsAllocated 0101USBitsStored 0102USHighBit 0103USPixelRepresentation
        0104XSSmallestValidPixelValue 0105XSLargestValidPixelValue 0106XSSmallestImagePixelValue
        0107XSLargestImagePixelValue 0108XSSmallestPixelValueInSeries 0109XSLargestPixelValueInSeries
        0110XSSmallestImagePixelValueInPlane 0111XSLargestImagePixelValueInPlane 0120XSPixelPaddingValue
        0121XSPixelPaddingRangeLimit 0122FLFloatPixelPaddingValue 0123FDDoubleFloatPixelPaddingValue
        0124FLFloatPixelPaddingRangeLimit 0125FDDoubleFloatPixelPaddingRangeLimit 0200USImageLocation
        0300CSQualityControlImage 0301CSBurnedInAnnotation 0302CSRecognizableVisualFeatures
        0303CSLongitudinalTemporalInformationModified 0304UIReferencedColorPaletteInstanceUID 0400LOTransformLabel
        0401LOTransformVersionNumber 0402USNumberOfTransformSteps 0403LOSequenceOfCompressedData
        0404ATDetailsOfCoefficients 0700LODCTLabel 0701CSDataBlockDescription 0702ATDataBlock
        0710USNormalizationFactorFormat 0720USZonalMapNumberFormat 0721ATZonalMapLocation 0722USZonalMapFormat
        0730USAdaptiveMapFormat 0740USCodeNumberFormat 0A02CSPixelSpacingCalibrationType
        0A04LOPixelSpacingCalibrationDescription 1040CSPixelIntensityRelationship 1041SSPixelIntensityRelationshipSign
        1050DSWindowCenter 1051DSWindowWidth 1052DSRescaleIntercept 1053DSRescaleSlope 1054LORescaleType
        1055LOWindowCenterWidthExplanation 1056CSVOILUTFunction 1080CSGrayScale 1090CSRecommendedViewingMode
        1100XSGrayLookupTableDescriptor 1101XSRedPaletteColorLookupTableDescriptor
        1102XSGreenPaletteColorLookupTableDescriptor 1103XSBluePaletteColorLookupTableDescriptor
        1104USAlphaPaletteColorLookupTableDescriptor 1111XSLargeRedPaletteColorLookupTableDescriptor
        1112XSLargeGreenPaletteColorLookupTableDescriptor 1113XSLargeBluePaletteColorLookupTableDescriptor
        1199UIPaletteColorLookupTableUID 1200XSGrayLookupTableData 1201OWRedPaletteColorLookupTableData
        1202OWGreenPaletteColorLookupTableData 1203OWBluePaletteColorLookupTableData
        1204OWAlphaPaletteColorLookupTableData 1211OWLargeRedPaletteColorLookupTableData
        1212OWLargeGreenPaletteColorLookupTableData 1213OWLargeBluePaletteColorLookupTableData
        1214UILargePaletteColorLookupTableUID 1221OWSegmentedRedPaletteColorLookupTableData
        1222OWSegmentedGreenPaletteColorLookupTableData 1223OWSegmentedBluePaletteColorLookupTableData
        1224OWSegmentedAlphaPaletteColorLookupTableData 1230SQStoredValueColorRangeSequence
        1231FDMinimumStoredValueMapped 1232FDMaximumStoredValueMapped 1300CSBreastImplantPresent 1350CSPartialView
        1351STPartialViewDescription 1352SQPartialViewCodeSequence 135ACSSpatialLocationsPreserved
        1401SQDataFrameAssignmentSequence 1402CSDataPathAssignment 1403USBitsMappedToColorLookupTable
        1404SQBlendingLUT1Sequence 1405CSBlendingLUT1TransferFunction 1406FDBlendingWeightConstant
        1407USBlendingLookupTableDescriptor 1408OWBlendingLookupTableData 140BSQEnhancedPaletteColorLookupTableSequence
        140CSQBlendingLUT2Sequence 140DCSBlendingLUT2TransferFunction 140ECSDataPathID 140FCSRGBLUTTransferFunction
        1410CSAlphaLUTTransferFunction 2000OBICCProfile 2002CSColorSpace 2110CSLossyImageCompression
        2112DSLossyImageCompressionRatio 2114CSLossyImageCompressionMethod 3000SQModalityLUTSequence
        3001SQVariableModalityLUTSequence 3002XSLUTDescriptor 3003LOLUTExplanation 3004LOModalityLUTType 3006XWLUTData
        3010SQVOILUTSequence 3110SQSoftcopyVOILUTSequence 4000LTImagePresentationComments
        5000SQBiPlaneAcquisitionSequence 6010USRepresentativeFrameNumber 6020USFrameNumbersOfInterest
        6022LOFrameOfInterestDescription 6023CSFrameOfInterestType 6030USMaskPointers 6040USRWavePointer
        6100SQMaskSubtractionSequence 6101CSMaskOperation 6102USApplicableFrameRange 6110USMaskFrameNumbers
        6112USContrastFrameAveraging 6114FLMaskSubPixelShift 6120SSTIDOffset 6190STMaskOperationExplanation
        7000SQEquipmentAdministratorSequence 7001USNumberOfDisplaySubsystems 7002USCurrentConfigurationID
        7003USDisplaySubsystemID 7004SHDisplaySubsystemName 7005LODisplaySubsystemDescription 7006CSSystemStatus
        7007LOSystemStatusComment 7008SQTargetLuminanceCharacteristicsSequence 7009USLuminanceCharacteristicsID
        700ASQDisplaySubsystemConfigurationSequence 700BUSConfigurationID 700CSHConfigurationName
        700DLOConfigurationDescription 700EUSReferencedTargetLuminanceCharacteristicsID 700FSQQAResultsSequence
        7010SQDisplaySubsystemQAResultsSequence 7011SQConfigurationQAResultsSequence 7012SQMeasurementEquipmentSequence
        7013CSMeasurementFunctions 7014CSMeasurementEquipmentType 7015SQVisualEvaluationResultSequence
        7016SQDisplayCalibrationResultSequence 7017USDDLValue 7018FLCIExyWhitePoint 7019CSDisplayFunctionType
        701AFLGammaValue 701BUSNumberOfLuminancePoints 701CSQLuminanceResponseSequence 701DFLTargetMinimumLuminance
        701EFLTargetMaximumLuminance 701FFLLuminanceValue 7020LOLuminanceResponseDescription 7021CSWhitePointFlag
        7022SQDisplayDeviceTypeCodeSequence 7023SQDisplaySubsystemSequence 7024SQLuminanceResultSequence
        7025CSAmbientLightValueSource 7026CSMeasuredCharacteristics 7027SQLuminanceUniformityResultSequence
        7028SQVisualEvaluationTestSequence 7029CSTestResult 702ALOTestResultComment 702BCSTestImageValidation
        702CSQTestPatternCodeSequence 702DSQMeasurementPatternCodeSequence 702ESQVisualEvaluationMethodCodeSequence
        7FE0URPixelDataProviderURL 9001ULDataPointRows 9002ULDataPointColumns 9003CSSignalDomainColumns
        9099USLargestMonochromePixelValue 9108CSDataRepresentation 9110SQPixelMeasuresSequence 9132SQFrameVOILUTSequence
        9145SQPixelValueTransformationSequence 9235CSSignalDomainRows 9411FLDisplayFilterPercentage
        9415SQFramePixelShiftSequence 9416USSubtractionItemID 9422SQPixelIntensityRelationshipLUTSequence
        9443SQFramePixelDataPropertiesSequence 9444CSGeometricalProperties 9445FLGeometricMaximumDistortion
        9446CSImageProcessingApplied 9454CSMaskSelectionMode 9474CSLUTFunction 9478FLMaskVisibilityPercentage
        9501SQPixelShiftSequence 9502SQRegionPixelShiftSequence 9503SSVerticesOfTheRegion
        9505SQMultiFramePresentationSequence 9506USPixelShiftFrameRange 9507USLUTFrameRange
        9520DSImageToEquipmentMappingMatrix 9537CSEquipmentCoordinateSystemIdentification
        >0032 000ACSStudyStatusID 000CCSStudyPriorityID 0012LOStudyIDIssuer 0032DAStudyVerifiedDate
        0033TMStudyVerifiedTime 0034DAStudyReadDate 0035TMStudyReadTime 1000DAScheduledStudyStartDate
        1001TMScheduledStudyStartTime 1010DAScheduledStudyStopDate 1011TMScheduledStudyStopTime
        1020LOScheduledStudyLocation 1021AEScheduledStudyLocationAETitle 1030LOReasonForStudy
        1031SQRequestingPhysicianIdentificationSequence 1032PNRequestingPhysician 1033LORequestingService
        1034SQRequestingServiceCodeSequence 1040DAStudyArrivalDate 1041TMStudyArrivalTime 1050DAStudyCompletionDate
        1051TMStudyCompletionTime 1055CSStudyComponentStatusID 1060LORequestedProcedureDescription
        1064SQRequestedProcedureCodeSequence 1065SQRequestedLateralityCodeSequence 1066UTReasonForVisit
        1067SQReasonForVisitCodeSequence 1070LORequestedContrastAgent 4000LTStudyComments
        >0034 0001SQFlowIdentifierSequence 0002OBFlowIdentifier 0003UIFlowTransferSyntaxUID 0004ULFlowRTPSamplingRate
        0005OBSourceIdentifier 0007OBFrameOriginTimestamp 0008CSIncludesImagingSubject
        0009SQFrameUsefulnessGroupSequence 000ASQRealTimeBulkDataFlowSequence 000BSQCameraPositionGroupSequence
        000CCSIncludesInformation 000DSQTimeOfFrameGroupSequence
        >0038 0004SQReferencedPatientAliasSequence 0008CSVisitStatusID 0010LOAdmissionID 0011LOIssuerOfAdmissionID
        0014SQIssuerOfAdmissionIDSequence 0016LORouteOfAdmissions 001ADAScheduledAdmissionDate
        001BTMScheduledAdmissionTime 001CDAScheduledDischargeDate 001DTMScheduledDischargeTime
        001ELOScheduledPatientInstitutionResidence 0020DAAdmittingDate 0021TMAdmittingTime 0030DADischargeDate
        0032TMDischargeTime 0040LODischargeDiagnosisDescription 0044SQDischargeDiagnosisCodeSequence 0050LOSpecialNeeds
        0060LOServiceEpisodeID 0061LOIssuerOfServiceEpisodeID 0062LOServiceEpisodeDescription
        0064SQIssuerOfServiceEpisodeIDSequence 0100SQPertinentDocumentsSequence 0101SQPertinentResourcesSequence
        0102LOResourceDescription 0300LOCurrentPatientLocation 0400LOPatientInstitutionResidence 0500LOPatientState
        0502SQPatientClinicalTrialParticipationSequence 4000LTVisitComments
        >003A 0004CSWaveformOriginality 0005USNumberOfWaveformChannels 0010ULNumberOfWaveformSamples
        001ADSSamplingFrequency 0020SHMultiplexGroupLabel 0200SQChannelDefinitionSequence 0202ISWaveformChannelNumber
        0203SHChannelLabel 0205CSChannelStatus 0208SQChannelSourceSequence 0209SQChannelSourceModifiersSequence
        020ASQSourceWaveformSequence 020CLOChannelDerivationDescription 0210DSChannelSensitivity
        0211SQChannelSensitivityUnitsSequence 0212DSChannelSensitivityCorrectionFactor 0213DSChannelBaseline
        0214DSChannelTimeSkew 0215DSChannelSampleSkew 0218DSChannelOffset 021AUSWaveformBitsStored
        0220DSFilterLowFrequency 0221DSFilterHighFrequency 0222DSNotchFilterFrequency 0223DSNotchFilterBandwidth
        0230FLWaveformDataDisplayScale 0231USWaveformDisplayBackgroundCIELabValue
        0240SQWaveformPresentationGroupSequence 0241USPresentationGroupNumber 0242SQChannelDisplaySequence
        0244USChannelRecommendedDisplayCIELabValue 0245FLChannelPosition 0246CSDisplayShadingFlag
        0247FLFractionalChannelDisplayScale 0248FLAbsoluteChannelDisplayScale
        0300SQMultiplexedAudioChannelsDescriptionCodeSequence 0301ISChannelIdentificationCode 0302CSChannelMode
        0310UIMultiplexGroupUID 0311DSPowerlineFrequency 0312SQChannelImpedanceSequence 0313DSImpedanceValue
        0314DTImpedanceMeasurementDateTime 0315DSImpedanceMeasurementFrequency 0316CSImpedanceMeasurementCurrentType
        0317CSWaveformAmplifierType 0318SQFilterLowFrequencyCharacteristicsSequence
        0319SQFilterHighFrequencyCharacteristicsSequence 0320SQSummarizedFilterLookupTable
        0321SQNotchFilterCharacteristicsSequence 0322CSWaveformFilterType 0323SQAnalogFilterCharacteristicsSequence
        0324DSAnalogFilterRollOff 0325SQAnalogFilterType 0326SQDigitalFilterCharacteristicsSequence
        0327ISDigitalFilterOrder 0328SQDigitalFilterTypeCodeSequence 0329STWaveformFilterDescription
        032ASQFilterLookupTableSequence 032BSTFilterLookupTableDescription 032CSQFrequencyEncodingCodeSequence
        032DSQMagnitudeEncodingCodeSequence 032EODFilterLookupTableData
        """
}
